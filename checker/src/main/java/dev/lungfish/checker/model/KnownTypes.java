package dev.lungfish.checker.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * What library types are: the rows shipped with Lungfish and those of the user's files, which win.
 * Remembers answers by compiler symbol, so an instance belongs to one compilation and its thread.
 */
public final class KnownTypes {
    private final Map<String, TypeModel> ofUser = new HashMap<>();
    private final Map<TypeElement, Optional<TypeModel>> exact = new HashMap<>();
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
            file.types().forEach(type -> known.ofUser.put(type.name(), type));
        }
        return known;
    }

    /** The row of exactly this type. */
    public Optional<TypeModel> find(TypeElement type) {
        Optional<TypeModel> found = exact.get(type);
        if (found == null) {
            found = search(TypeLines.binaryName(type), type);
            exact.put(type, found);
        }
        return found;
    }

    private Optional<TypeModel> search(String name, TypeElement type) {
        if (ofUser.containsKey(name)) {
            return Optional.of(ofUser.get(name));
        }
        return ShippedModels.TYPES.ofPackage(TypeLines.packageName(type)).stream().map(text -> text.type(name)).flatMap(Optional::stream).findFirst();
    }

    /** The row of the nearest proper supertype that is marked as counting for subtypes too; breadth first. */
    public Optional<TypeModel> inherited(TypeElement type) {
        return inherited.computeIfAbsent(type, t -> TypeLines.nearestFirst(t).stream().skip(1)
                .map(this::find).filter(row -> row.isPresent() && row.get().inheritable()).findFirst().map(Optional::get));
    }
}
