package dev.lungfish.checker.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * What library types are: the rows shipped with Lungfish and those of the user's files, which win.
 * Remembers answers by compiler symbol, so an instance belongs to one compilation and its thread.
 */
public final class KnownTypes {
    private final Map<String, TypeModel> byName = new HashMap<>();
    private final Set<String> userNames = new HashSet<>();
    private final Set<String> packagesRead = new HashSet<>();
    private final Map<TypeElement, Optional<TypeModel>> inherited = new HashMap<>();

    private KnownTypes() {
    }

    /**
     * Our rows and the user's.
     *
     * @throws ModelFormatException if a user's file is malformed, or two of them describe the same thing
     * @throws java.io.UncheckedIOException if a user's file cannot be read
     */
    public static KnownTypes load(List<Path> userFiles) {
        KnownTypes known = new KnownTypes();
        for (ModelFile file : UserModels.read(userFiles)) {
            file.types().forEach(type -> {
                known.byName.put(type.name(), type);
                known.userNames.add(type.name());
            });
        }
        return known;
    }

    /** The row of exactly this type. */
    public Optional<TypeModel> find(TypeElement type) {
        String name = TypeLines.binaryName(type);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        read(TypeLines.packageName(type));
        return Optional.ofNullable(byName.get(name));
    }

    /** The row of the nearest proper supertype that is marked as counting for subtypes too; breadth first. */
    public Optional<TypeModel> inherited(TypeElement type) {
        return inherited.computeIfAbsent(type, t -> TypeLines.nearestFirst(t).stream().skip(1)
                .map(this::find).filter(row -> row.isPresent() && row.get().inheritable()).findFirst().map(Optional::get));
    }

    private void read(String packageName) {
        if (packagesRead.add(packageName)) {
            for (ModelFile file : ShippedModels.TYPES.ofPackage(packageName)) {
                file.types().stream().filter(row -> !userNames.contains(row.name())).forEach(row -> byName.put(row.name(), row));
            }
        }
    }
}
