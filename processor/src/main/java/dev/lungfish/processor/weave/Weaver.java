package dev.lungfish.processor.weave;

import dev.lungfish.checker.residual.ResidualCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Weaves class files as the compiler writes them, through its own file manager. A class that nothing is planned for is not even read.
 * Confined
 * to the compiler's thread.
 */
public final class Weaver {
    private final JavaFileManager files;
    private final Elements elements;
    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, ClassContract> contracts = new HashMap<>();

    public Weaver(JavaFileManager files, Elements elements) {
        this.files = files;
        this.elements = elements;
    }

    /** Adds a plan. */
    public void add(Plan plan) {
        if (!plan.isEmpty()) {
            plans.add(plan);
        }
    }

    /** Adds what is to be said of a class in its file. */
    public void add(String className, ClassContract contract) {
        contracts.put(className, contract);
    }

    /**
     * Weaves a class that has just been written.
     *
     * @param type the class
     * @param source the file that it comes from
     * @return the checks that found no place in it
     * @throws IOException if its file cannot be read or written again
     */
    public List<ResidualCheck> written(TypeElement type, JavaFileObject source) throws IOException {
        String name = elements.getBinaryName(type).toString();
        List<Insertion> insertions = plans.stream().flatMap(plan -> plan.into(name).stream()).toList();
        List<NameCheck> names = plans.stream().flatMap(plan -> plan.namesIn(name).stream()).toList();
        Optional<ClassContract> contract = Optional.ofNullable(contracts.get(name));
        if (insertions.isEmpty() && names.isEmpty() && contract.isEmpty()) {
            return List.of();
        }
        JavaFileManager.Location location = locationOf(type);
        ClassWeaver.Woven woven = ClassWeaver.weave(read(location, name, source), insertions, names, contract);
        if (woven.bytes().isPresent()) {
            try (OutputStream out = files.getJavaFileForOutput(location, name, JavaFileObject.Kind.CLASS, source).openOutputStream()) {
                out.write(woven.bytes().get());
            }
        }
        return woven.lost().stream().map(Insertion::check).filter(check -> !check.kind().isMark()).toList();
    }

    /** Where javac puts the class: below its module, if it compiles several. */
    private JavaFileManager.Location locationOf(TypeElement type) throws IOException {
        ModuleElement module = elements.getModuleOf(type);
        boolean several = files.hasLocation(StandardLocation.MODULE_SOURCE_PATH) && module != null && !module.isUnnamed();
        return several ? files.getLocationForModule(StandardLocation.CLASS_OUTPUT, module.getQualifiedName().toString()) : StandardLocation.CLASS_OUTPUT;
    }

    /** Without a directory for classes they lie beside their sources, where only the output side of the file manager finds them. */
    private byte[] read(JavaFileManager.Location location, String name, JavaFileObject source) throws IOException {
        Optional<FileObject> known = Optional.ofNullable(files.hasLocation(location)
                ? files.getJavaFileForInput(location, name, JavaFileObject.Kind.CLASS) : null);
        FileObject file = known.isPresent() ? known.get() : files.getJavaFileForOutput(location, name, JavaFileObject.Kind.CLASS, source);
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        }
    }
}
