package dev.lungfish.processor.weave;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds the instruction that takes the value of an expression, before the compiler rewrites the trees: the parent of the expression says
 * which it is, and counting its like says which of them.
 */
final class SpotFinder {
    private static final Set<Tree.Kind> STEPS = EnumSet.of(Tree.Kind.PREFIX_INCREMENT, Tree.Kind.PREFIX_DECREMENT, Tree.Kind.POSTFIX_INCREMENT,
            Tree.Kind.POSTFIX_DECREMENT);
    /** What the compiler's model takes for fields. */
    private static final Set<String> NO_FIELDS = Set.of("this", "super", "class", "length");

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
        return takerOf(at.getLeaf(), parent).flatMap(this::located);
    }

    /** The spot of a call or of an access to a field itself, whatever it takes. */
    Optional<Spot> at(TreePath touch) {
        boolean written = touch.getParentPath().getLeaf() instanceof AssignmentTree assignment && assignment.getVariable() == touch.getLeaf();
        return located(new Taker(written ? touch.getParentPath() : touch, Spot.NOTHING));
    }

    /** What takes a value, and as which of its operands. */
    private record Taker(TreePath path, int operand) {
    }

    private Optional<Taker> takerOf(Tree value, TreePath parent) {
        Tree taker = parent.getLeaf();
        TreePath above = parent.getParentPath();
        if (taker instanceof MethodInvocationTree call) {
            return argument(parent, call.getArguments().indexOf(value));
        } else if (taker instanceof NewClassTree made) {
            return argument(parent, made.getArguments().indexOf(value));
        } else if (taker instanceof EnhancedForLoopTree) {
            return Optional.of(new Taker(parent, Spot.RECEIVER));
        } else if (taker instanceof MemberSelectTree) {
            boolean called = above.getLeaf() instanceof MethodInvocationTree call && call.getMethodSelect() == taker;
            return Optional.of(new Taker(called || isAssigned(parent) ? above : parent, Spot.RECEIVER));
        } else if (taker instanceof ArrayAccessTree access && access.getExpression() == value) {
            return Optional.of(new Taker(targetOf(above.getLeaf()) == access ? above : parent, Spot.RECEIVER));
        }
        return Optional.empty();
    }

    /** An argument that goes into the array of a variable number of them is no operand. */
    private Optional<Taker> argument(TreePath call, int index) {
        ExecutableElement method = (ExecutableElement) program.trees().getElement(call);
        boolean gathered = method != null && method.isVarArgs() && index >= method.getParameters().size() - 1;
        return index < 0 || method == null || gathered ? Optional.empty() : Optional.of(new Taker(call, index));
    }

    /** What a tree becomes in a class file, or null. */
    private Instruction instructionOf(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof MethodInvocationTree || tree instanceof NewClassTree) {
            return program.trees().getElement(path) instanceof ExecutableElement method ? callOf(method) : null;
        } else if (tree instanceof EnhancedForLoopTree loop) {
            return isArray(new TreePath(path, loop.getExpression())) ? Instruction.arrayLength() : Instruction.call("", "iterator", Instruction.ANY);
        } else if (targetOf(tree) != null) {
            return storeTo(new TreePath(path, targetOf(tree)));
        } else if (tree instanceof ArrayAccessTree) {
            return isAssigned(path) ? null : Instruction.getElement();
        } else if (tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("length")
                && isArray(new TreePath(path, select.getExpression()))) {
            return Instruction.arrayLength();
        }
        VariableElement field = fieldAt(path);
        return field == null || isAssigned(path) || field.getConstantValue() != null ? null : Instruction.getField(field.getSimpleName().toString(), Instruction.ANY);
    }

    /** What an assignment writes, of whatever kind it is; null for anything else. */
    private static Tree targetOf(Tree tree) {
        if (tree instanceof AssignmentTree assignment) {
            return assignment.getVariable();
        } else if (tree instanceof CompoundAssignmentTree assignment) {
            return assignment.getVariable();
        }
        return tree instanceof UnaryTree operation && STEPS.contains(operation.getKind()) ? operation.getExpression() : null;
    }

    private Instruction storeTo(TreePath target) {
        if (target.getLeaf() instanceof ArrayAccessTree) {
            return Instruction.putElement(Instruction.ANY);
        }
        VariableElement field = fieldAt(target);
        return field == null ? null : Instruction.putField(field.getSimpleName().toString(), Instruction.ANY);
    }

    private static boolean isAssigned(TreePath target) {
        return target.getParentPath().getLeaf() instanceof AssignmentTree assignment && assignment.getVariable() == target.getLeaf();
    }

    /** The field that an expression names, or null. */
    private VariableElement fieldAt(TreePath path) {
        boolean names = path.getLeaf() instanceof MemberSelectTree || path.getLeaf() instanceof IdentifierTree;
        return names && program.trees().getElement(path) instanceof VariableElement field && field.getKind() == ElementKind.FIELD
                && !NO_FIELDS.contains(field.getSimpleName().toString()) ? field : null;
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

    private Optional<Spot> located(Taker taken) {
        TreePath taker = taken.path();
        Instruction instruction = instructionOf(taker);
        if (instruction == null) {
            return Optional.empty();
        }
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
        return Optional.of(new Spot(name, bodyOf(body), instruction, taken.operand(), line, new Spot.Place(all.indexOf(taker.getLeaf()), all.size()),
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
