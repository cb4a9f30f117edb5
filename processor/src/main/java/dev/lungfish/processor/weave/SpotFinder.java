package dev.lungfish.processor.weave;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds the instruction that takes the value of an expression, before the compiler rewrites the trees: the parent of the expression says
 * which it is, and counting its like says which of them.
 */
final class SpotFinder {
    private static final int NONE = Spot.RECEIVER - 1;

    private final Program program;
    private final CompilationUnitTree unit;
    private final Descriptors descriptors;
    private final ToIntFunction<Tree> positions;
    private final Bodies bodies;

    /** @param positions the offset from which javac takes the line of the code for a tree */
    SpotFinder(Program program, CompilationUnitTree unit, ToIntFunction<Tree> positions) {
        this.program = program;
        this.unit = unit;
        this.descriptors = new Descriptors(program.elements(), program.types());
        this.positions = positions;
        this.bodies = new Bodies(program.trees());
    }

    /** The spot for the value of this expression; empty if nothing that a class file has takes it as it stands. */
    Optional<Spot> of(TreePath value) {
        TreePath at = value;
        TreePath parent = at.getParentPath();
        while (parent.getLeaf() instanceof ParenthesizedTree || parent.getLeaf() instanceof TypeCastTree) {
            at = parent;
            parent = at.getParentPath();
        }
        int operand = operandOf(at.getLeaf(), parent);
        if (operand < Spot.RECEIVER) {
            return Optional.empty();
        }
        TreePath taker = operand == Spot.RECEIVER && parent.getLeaf() instanceof MemberSelectTree ? parent.getParentPath() : parent;
        Instruction instruction = instructionOf(taker);
        return instruction == null ? Optional.empty() : located(taker, instruction, operand);
    }

    /** Which operand of the parent's instruction the expression is. */
    private int operandOf(Tree value, TreePath parent) {
        Tree taker = parent.getLeaf();
        if (taker instanceof MethodInvocationTree call) {
            return argument(call.getArguments().indexOf(value), (ExecutableElement) program.trees().getElement(parent), call.getArguments().size());
        } else if (taker instanceof NewClassTree made) {
            return argument(made.getArguments().indexOf(value), (ExecutableElement) program.trees().getElement(parent), made.getArguments().size());
        } else if (taker instanceof EnhancedForLoopTree) {
            return Spot.RECEIVER;
        } else if (taker instanceof MemberSelectTree) {
            Tree above = parent.getParentPath().getLeaf();
            boolean called = above instanceof MethodInvocationTree call && call.getMethodSelect() == taker;
            boolean written = above instanceof AssignmentTree assignment && assignment.getVariable() == taker;
            return called || written ? Spot.RECEIVER : NONE;
        }
        return NONE;
    }

    /** An argument that goes into the array of a variable number of them is no operand. */
    private static int argument(int index, ExecutableElement method, int arguments) {
        boolean gathered = method != null && method.isVarArgs() && index >= method.getParameters().size() - 1 && arguments >= 0;
        return index < 0 || method == null || gathered ? NONE : index;
    }

    /** What a tree becomes in a class file, or null. */
    private Instruction instructionOf(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof MethodInvocationTree || tree instanceof NewClassTree) {
            return program.trees().getElement(path) instanceof ExecutableElement method ? callOf(method) : null;
        } else if (tree instanceof EnhancedForLoopTree loop) {
            return isArray(new TreePath(path, loop.getExpression())) ? Instruction.arrayLength() : Instruction.call("", "iterator", Instruction.ANY);
        } else if (tree instanceof AssignmentTree assignment) {
            return assignment.getVariable() instanceof MemberSelectTree field ? Instruction.putField(field.getIdentifier().toString(), Instruction.ANY) : null;
        } else if (tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("length")) {
            return isArray(new TreePath(path, select.getExpression())) ? Instruction.arrayLength() : null;
        }
        return null;
    }

    private boolean isArray(TreePath expression) {
        TypeMirror type = program.trees().getTypeMirror(expression);
        return type != null && type.getKind() == TypeKind.ARRAY;
    }

    private Instruction callOf(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (name.equals(Instruction.CONSTRUCTOR)) {
            return hasAddedParameters(owner) ? null : Instruction.call(descriptors.nameOf(owner), name, descriptors.of(method));
        }
        boolean walk = name.equals("iterator") && method.getParameters().isEmpty();
        return Instruction.call("", name, walk ? Instruction.ANY : descriptors.of(method));
    }

    /** Inner, local and enum classes get parameters from the compiler. */
    private static boolean hasAddedParameters(TypeElement type) {
        boolean inner = type.getNestingKind() == NestingKind.MEMBER && !type.getModifiers().contains(Modifier.STATIC);
        return inner || type.getNestingKind().compareTo(NestingKind.MEMBER) > 0 || type.getKind() == ElementKind.ENUM;
    }

    private Optional<Spot> located(TreePath taker, Instruction instruction, int operand) {
        TreePath body = bodies.around(taker);
        TreePath type = Bodies.typeAround(body);
        int line = lineOf(taker);
        List<Tree> all = like(instruction, body, 0);
        List<Tree> onLine = like(instruction, body, line);
        int rivals = 0;
        int rivalsOnLine = 0;
        if (body.getLeaf() instanceof LambdaExpressionTree) {
            for (TreePath lambda : Bodies.lambdasOf(type)) {
                if (lambda.getLeaf() != body.getLeaf()) {
                    rivals += like(instruction, lambda, 0).size();
                    rivalsOnLine += like(instruction, lambda, line).size();
                }
            }
        }
        String name = program.elements().getBinaryName((TypeElement) program.trees().getElement(type)).toString();
        return Optional.of(new Spot(name, bodyOf(body), instruction, operand, line, new Spot.Place(all.indexOf(taker.getLeaf()), all.size()),
                new Spot.Place(onLine.indexOf(taker.getLeaf()), onLine.size()), rivals, rivalsOnLine));
    }

    /** Its like in the same method, in order; on one line only, unless that is 0. */
    private List<Tree> like(Instruction instruction, TreePath body, int line) {
        return bodies.takersOf(body).stream().filter(taker -> instruction.equals(instructionOf(taker)) && (line == 0 || lineOf(taker) == line))
                .<Tree>map(TreePath::getLeaf).toList();
    }

    private Spot.Body bodyOf(TreePath body) {
        if (body.getLeaf() instanceof LambdaExpressionTree) {
            return Spot.Body.LAMBDA;
        } else if (body.getLeaf() instanceof MethodTree) {
            ExecutableElement method = (ExecutableElement) program.trees().getElement(body);
            boolean added = method.getKind() == ElementKind.CONSTRUCTOR && hasAddedParameters((TypeElement) method.getEnclosingElement());
            return new Spot.Body(method.getSimpleName().toString(), added ? Instruction.ANY : descriptors.of(method));
        }
        return bodies.isStatic(body) ? Spot.Body.STATIC_INITIALIZER : Spot.Body.INSTANCE_INITIALIZER;
    }

    private int lineOf(TreePath taker) {
        Tree placed = taker.getLeaf() instanceof EnhancedForLoopTree loop ? loop.getExpression() : taker.getLeaf();
        return (int) unit.getLineMap().getLineNumber(positions.applyAsInt(placed));
    }
}
