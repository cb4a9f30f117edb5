package dev.lungfish.checker.declared;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.frozen.FrozenVerdict;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Violation;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** {@code frozen.mutable.part} of type arguments: only frozen types are put in the place of a type parameter that says {@code @Frozen}. */
public final class FrozenArgumentCheck implements ProgramCheck {
    private final TypeVerdicts verdicts;

    public FrozenArgumentCheck(TypeVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        FrozenReports reports = new FrozenReports(program, sink);
        program.survey().typeArguments().forEach(path -> {
            if (path.getLeaf() instanceof ParameterizedTypeTree tree) {
                Element element = program.trees().getElement(new TreePath(path, tree.getType()));
                if (element instanceof TypeElement type) {
                    arguments(program, reports, path, tree.getTypeArguments(), type.getTypeParameters());
                }
            } else if (path.getLeaf() instanceof MethodInvocationTree tree && program.trees().getElement(path) instanceof ExecutableElement method) {
                arguments(program, reports, path, tree.getTypeArguments(), method.getTypeParameters());
            }
        });
    }

    private void arguments(Program program, FrozenReports reports, TreePath path, List<? extends Tree> arguments,
            List<? extends TypeParameterElement> parameters) {
        for (int i = 0; i < Math.min(arguments.size(), parameters.size()); i++) {
            TreePath at = new TreePath(path, arguments.get(i));
            TypeMirror type = verdicts.promises().isFrozenParameter(parameters.get(i)) ? program.trees().getTypeMirror(at) : null;
            // A wildcard asks for nothing new: whoever made the object has substituted a frozen type.
            if (type != null && type.getKind() != TypeKind.WILDCARD) {
                report(program, reports, at, parameters.get(i), verdicts.frozenInside(type));
            }
        }
    }

    private static void report(Program program, FrozenReports reports, TreePath argument, TypeParameterElement parameter, FrozenVerdict verdict) {
        String found = verdict instanceof FrozenVerdict.Mutable mutable ? mutable.path()
                : verdict instanceof FrozenVerdict.Unknown unknown ? unknown.path() : "";
        if (!found.isEmpty()) {
            Certainty certainty = verdict instanceof FrozenVerdict.Mutable ? Certainty.WITNESSED : Certainty.POSSIBLE;
            reports.report(new Violation(FrozenReports.KEY, certainty, FrozenReports.KEY + ".argument",
                    List.of(parameter.getSimpleName().toString(), parameter.getGenericElement().getSimpleName().toString(), found),
                    reports.declarations().placeOf(argument), List.of(), Declarations.memberOf(FrozenFunctionCheck.around(program, argument))));
        }
    }
}
