package dev.lungfish.processor.weave;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.FieldChain;
import dev.lungfish.checker.javac.Positions;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.residual.ResidualCheck;
import dev.lungfish.processor.TreeAt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.ToIntFunction;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * What is to be woven into which class, made while the trees are as they were written. Checks that have no place, or whose class cannot see
 * the runtime, are told apart.
 */
public final class Plan {
    private static final String CHECKS = "dev.lungfish.runtime.Checks";
    private static final Set<String> FREEZING = Set.of("dev.lungfish.runtime.Freezer", "dev.lungfish.runtime.Region");

    private final Program program;
    private final ToIntFunction<Tree> positions;
    private final Map<String, List<Insertion>> byClass = new HashMap<>();
    private final Map<String, List<NameCheck>> names = new HashMap<>();
    private final List<ResidualCheck> unplaced = new ArrayList<>();
    private final List<ResidualCheck> withoutRuntime = new ArrayList<>();

    private Plan(Program program, ToIntFunction<Tree> positions) {
        this.program = program;
        this.positions = positions;
    }

    /**
     * Plans all that an analysis leaves to the run time.
     *
     * @param residuals what is left to it, with the reasons in words
     * @param checks whether checks are wanted; marks are planned in any case
     * @param positions the offset from which javac takes the line of the code for a tree
     */
    public static Plan of(SortedMap<ResidualCheck, String> residuals, Program program, boolean checks, ToIntFunction<Tree> positions) {
        Plan plan = new Plan(program, positions);
        Map<String, CompilationUnitTree> units = new HashMap<>();
        program.units().forEach(unit -> units.put(Positions.fileOf(unit), unit));
        residuals.forEach((check, why) -> {
            if (checks || check.kind().isMark()) {
                plan.add(check, why, units.get(check.at().file()));
            }
        });
        return plan;
    }

    private void add(ResidualCheck check, String why, CompilationUnitTree unit) {
        TreePath value = unit == null || !check.value().isKnown() ? null : TreeAt.exactly(program.trees(), unit, check.value());
        if (check.kind().isMark() && (value == null || !isOurFreeze(value))) {
            return;
        }
        if (check.kind() == ResidualCheck.Kind.NOT_MOVED) {
            if (value != null && seesRuntime(value)) {
                new NameFinder(program, unit, positions).of(check, value)
                        .ifPresent(name -> names.computeIfAbsent(name.use().type(), type -> new ArrayList<>()).add(name));
            }
            return;
        }
        Optional<Spot> spot = value == null ? Optional.empty() : spotOf(check, value, unit);
        Optional<List<Insertion.Field>> way = spot.isEmpty() ? Optional.empty() : wayOf(check, value);
        if (value != null && !seesRuntime(value)) {
            withoutRuntime.add(check);
        } else if (way.isEmpty()) {
            unplaced.add(check);
        } else {
            byClass.computeIfAbsent(spot.get().type(), type -> new ArrayList<>())
                    .add(new Insertion(check.kind(), spot.get(), siteOf(check.at()), why, way.get(), check));
        }
    }

    private Optional<Spot> spotOf(ResidualCheck check, TreePath value, CompilationUnitTree unit) {
        SpotFinder finder = new SpotFinder(program, unit, positions);
        return check.kind() == ResidualCheck.Kind.ON_THREAD ? finder.at(value) : finder.of(value);
    }

    /** The fields between the value and what the check looks at; empty if the code around must not read one of them. */
    private Optional<List<Insertion.Field>> wayOf(ResidualCheck check, TreePath value) {
        if (check.kind() != ResidualCheck.Kind.HELD || check.detail().isEmpty()) {
            return Optional.of(List.of());
        }
        Descriptors descriptors = new Descriptors(program.elements(), program.types());
        Scope here = program.trees().getScope(value);
        return FieldChain.of(program.trees().getTypeMirror(value), List.of(check.detail().split("\\.")), program)
                .filter(chain -> chain.fields().stream().allMatch(field -> mayRead(field, here, value)))
                .map(chain -> chain.fields().stream().map(field -> new Insertion.Field(descriptors.nameOf((TypeElement) field.getEnclosingElement()),
                        field.getSimpleName().toString(), descriptors.of(field.asType()))).toList());
    }

    private boolean mayRead(VariableElement field, Scope here, TreePath value) {
        boolean isOwn = field.getEnclosingElement().equals(program.trees().getElement(Bodies.typeAround(value)));
        boolean isOfANest = field.getModifiers().contains(Modifier.PRIVATE) && !isOwn;
        boolean withNests = program.environment().getSourceVersion().compareTo(SourceVersion.RELEASE_11) >= 0;
        return (!isOfANest || withNests) && program.trees().isAccessible(here, field, (DeclaredType) field.getEnclosingElement().asType());
    }

    /** Models of a user's own may say of other methods that they freeze; those know nothing of proofs. */
    private boolean isOurFreeze(TreePath value) {
        TreePath at = value;
        while (at != null && !(at.getLeaf() instanceof MethodInvocationTree call && call != value.getLeaf())) {
            at = at.getParentPath();
        }
        Element freeze = at == null ? null : program.trees().getElement(at);
        return freeze != null && freeze.getEnclosingElement() instanceof TypeElement owner && FREEZING.contains(owner.getQualifiedName().toString());
    }

    /** Whether the code around may call the runtime: it is on the class path, or its module is read. */
    private boolean seesRuntime(TreePath value) {
        ModuleElement module = program.elements().getModuleOf(program.trees().getElement(Bodies.typeAround(value)));
        return (module == null ? program.elements().getTypeElement(CHECKS) : program.elements().getTypeElement(module, CHECKS)) != null;
    }

    static String siteOf(SourcePoint at) {
        String file = at.file().replace('\\', '/');
        return file.substring(file.lastIndexOf('/') + 1) + ":" + at.line();
    }

    /** What belongs into this class. */
    List<Insertion> into(String binaryName) {
        return byClass.getOrDefault(binaryName, List.of());
    }

    /** What is asked about names in this class. */
    List<NameCheck> namesIn(String binaryName) {
        return names.getOrDefault(binaryName, List.of());
    }

    /** Whether no class is to be changed. */
    public boolean isEmpty() {
        return byClass.isEmpty() && names.isEmpty();
    }

    /** Checks of values that no single instruction takes. */
    public List<ResidualCheck> unplaced() {
        return unplaced;
    }

    /** Checks in code that cannot call the runtime. */
    public List<ResidualCheck> withoutRuntime() {
        return withoutRuntime;
    }
}
