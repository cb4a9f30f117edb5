package dev.lungfish.checker.frozen;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Where a piece of code lets the object out on which it runs; looks into the object's own private, final and otherwise fixed methods. */
final class ThisUses {
    /** One place where the object gets out. */
    record Out(TreePath place, ThisEscapes.Way way, String name) {
    }

    private final Program program;
    private final SourceCode code;
    private final Models models;
    private final Captures captures;
    private final TypeRows rows;
    private final Set<Element> asked = new HashSet<>();

    ThisUses(Program program, SourceCode code, Models models, Captures captures, TypeRows rows) {
        this.program = program;
        this.code = code;
        this.models = models;
        this.captures = captures;
        this.rows = rows;
    }

    /** The places in this code, in source order. */
    List<Out> in(TreePath root, TypeElement type) {
        Walk walk = new Walk(type, null, false);
        walk.scan(root, null);
        return walk.outs;
    }

    private final class Walk extends TreePathScanner<Void, Void> {
        private final TypeElement type;
        private final List<Out> outs;
        /** Local names of the object. */
        private final Set<Element> aliases;
        /** Names and own fields of something that refers to the object: a thread or helper made with it. */
        private final Set<Element> carriers;
        /** In a helper: the parameter that is the object; then {@code this} is somebody else. Null: {@code this} is the object. */
        private final VariableElement parameter;
        /** In a constructor that gets the object: what it stores into its own new object stays there. */
        private final boolean inConstructor;

        Walk(TypeElement type, VariableElement parameter, boolean inConstructor) {
            this.type = type;
            this.parameter = parameter;
            this.inConstructor = inConstructor;
            this.outs = new ArrayList<>();
            this.aliases = new HashSet<>();
            this.carriers = new HashSet<>();
            if (parameter != null) {
                aliases.add(parameter);
            }
        }

        /** For code that runs in the middle of other code. */
        Walk(Walk around) {
            this.type = around.type;
            this.parameter = around.parameter;
            this.inConstructor = around.inConstructor;
            this.outs = around.outs;
            this.aliases = around.aliases;
            this.carriers = around.carriers;
        }

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            return null;
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
            return null;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void unused) {
            Element element = program.trees().getElement(getCurrentPath());
            if (tree.getInitializer() != null && element != null && !element.getModifiers().contains(Modifier.STATIC)) {
                TreePath value = new TreePath(getCurrentPath(), tree.getInitializer());
                if (carries(value)) {
                    aliasesOf(value).add(element);
                }
            }
            return super.visitVariable(tree, unused);
        }

        @Override
        public Void visitAssignment(AssignmentTree tree, Void unused) {
            TreePath value = new TreePath(getCurrentPath(), tree.getExpression());
            TreePath target = new TreePath(getCurrentPath(), tree.getVariable());
            if (carries(value)) {
                Element element = program.trees().getElement(target);
                if (element instanceof VariableElement && element.getKind() != ElementKind.FIELD) {
                    aliasesOf(value).add(element);
                } else if (element != null && !element.getModifiers().contains(Modifier.STATIC) && isOwnField(target)) {
                    aliasesOf(value).add(element);
                } else {
                    outs.add(new Out(getCurrentPath(), isObject(value) ? ThisEscapes.Way.STORED : ThisEscapes.Way.CAPTURED, tree.getVariable().toString()));
                }
            }
            return super.visitAssignment(tree, unused);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void unused) {
            if (program.trees().getElement(getCurrentPath()) instanceof ExecutableElement constructor) {
                arguments(tree.getArguments(), constructor, "new " + tree.getIdentifier());
            }
            return super.visitNewClass(tree, unused);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            if (program.trees().getElement(getCurrentPath()) instanceof ExecutableElement method) {
                if (method.getKind() == ElementKind.CONSTRUCTOR) {
                    superConstructor(tree, method);
                } else if (!method.getModifiers().contains(Modifier.STATIC)) {
                    receiver(tree, method);
                }
                arguments(tree.getArguments(), method, method.getSimpleName().toString());
            }
            return super.visitMethodInvocation(tree, unused);
        }

        private Set<Element> aliasesOf(TreePath value) {
            return isObject(value) ? aliases : carriers;
        }

        private void receiver(MethodInvocationTree tree, ExecutableElement method) {
            if (tree.getMethodSelect() instanceof MemberSelectTree select) {
                TreePath expression = new TreePath(new TreePath(getCurrentPath(), select), select.getExpression());
                boolean isSuper = parameter == null && select.getExpression() instanceof IdentifierTree name && name.getName().contentEquals("super");
                if (isSuper || isObject(expression)) {
                    ownCall(getCurrentPath(), method, isSuper);
                } else if (carries(expression) && startsSomething(method)) {
                    outs.add(new Out(getCurrentPath(), ThisEscapes.Way.CAPTURED, method.getSimpleName().toString()));
                }
            } else if (parameter == null && type.equals(captures.implicitReceiver(getCurrentPath(), method))) {
                ownCall(getCurrentPath(), method, false);
            }
        }

        /** Whether a method of an object that refers to this one makes others see it. */
        private boolean startsSomething(ExecutableElement method) {
            return models.of(getCurrentPath(), method).filter(model -> model.effects().stream().anyMatch(effect -> effect instanceof Effect.Lend
                    || effect instanceof Effect.Move || effect instanceof Effect.Publishes)).isPresent();
        }

        /** A method called on the object itself. */
        private void ownCall(TreePath place, ExecutableElement called, boolean isSuper) {
            ExecutableElement method = isSuper ? called : implementation(called);
            boolean isPlatform = rows.isPlatform((TypeElement) method.getEnclosingElement());
            if (!isSuper && !isFixed(method) && !isPlatform) {
                outs.add(new Out(place, ThisEscapes.Way.OVERRIDABLE, called.getSimpleName().toString()));
            } else if (!isPlatform && letsOut(method, null)) {
                outs.add(new Out(place, ThisEscapes.Way.PASSED, called.getSimpleName().toString()));
            }
        }

        private ExecutableElement implementation(ExecutableElement called) {
            for (Element member : type.getEnclosedElements()) {
                if (member instanceof ExecutableElement own && own.getSimpleName().equals(called.getSimpleName())
                        && (own.equals(called) || program.elements().overrides(own, called, type))) {
                    return own;
                }
            }
            return called;
        }

        private boolean isFixed(ExecutableElement method) {
            return method.getModifiers().contains(Modifier.PRIVATE) || method.getModifiers().contains(Modifier.FINAL)
                    || type.getModifiers().contains(Modifier.FINAL) || type.getKind() == ElementKind.ENUM || type.getKind() == ElementKind.RECORD
                    || type.getNestingKind() == javax.lang.model.element.NestingKind.ANONYMOUS
                    || (type.getModifiers().contains(Modifier.PRIVATE) || type.getNestingKind() == javax.lang.model.element.NestingKind.LOCAL)
                            && code.subclasses(type).isEmpty();
        }

        private void superConstructor(MethodInvocationTree tree, ExecutableElement constructor) {
            if (parameter == null && !constructor.getEnclosingElement().equals(type) && letsOut(constructor, null)) {
                outs.add(new Out(getCurrentPath(), ThisEscapes.Way.SUPERCLASS, constructor.getEnclosingElement().getSimpleName().toString()));
            }
        }

        private void arguments(List<? extends ExpressionTree> arguments, ExecutableElement method, String name) {
            for (int i = 0; i < arguments.size(); i++) {
                TreePath argument = new TreePath(getCurrentPath(), arguments.get(i));
                if (!carries(argument)) {
                    continue;
                }
                if (isFunction(argument) && models.runsHere(getCurrentPath(), method, i)) {
                    runHere(argument);
                } else if (!staysInside(getCurrentPath(), method, i)) {
                    outs.add(new Out(isObject(argument) ? getCurrentPath() : argument,
                            isObject(argument) ? ThisEscapes.Way.PASSED : ThisEscapes.Way.CAPTURED, name));
                }
            }
        }

        /** A function that the call runs itself is part of the constructor. */
        private void runHere(TreePath function) {
            TreePath inner = withoutParentheses(function);
            if (inner.getLeaf() instanceof LambdaExpressionTree lambda) {
                new Walk(this).scan(new TreePath(inner, lambda.getBody()), null);
            } else if (program.trees().getElement(inner) instanceof ExecutableElement method) {
                ownCall(inner, method, false);
            }
        }

        private boolean staysInside(TreePath call, ExecutableElement method, int index) {
            if (call.getLeaf() instanceof NewClassTree) {
                return staysInNew(call, method, index);
            }
            Optional<MethodModel> model = models.of(call, method);
            if (model.isPresent()) {
                return Models.onlyReturns(model.get(), index);
            }
            boolean isFixed = method.getModifiers().contains(Modifier.STATIC) || method.getModifiers().contains(Modifier.PRIVATE)
                    || method.getModifiers().contains(Modifier.FINAL) || method.getEnclosingElement().getModifiers().contains(Modifier.FINAL);
            if (!isFixed || index >= method.getParameters().size() || method.getKind() == ElementKind.CONSTRUCTOR) {
                return false;
            }
            return code.methodPath(method).isPresent() && !letsOut(method, method.getParameters().get(index));
        }

        /** An object that is made with this one only refers to it, unless its constructor lets it out. */
        private boolean staysInNew(TreePath creation, ExecutableElement constructor, int index) {
            if (code.methodPath(constructor).isPresent() && index < constructor.getParameters().size()) {
                return !letsOut(constructor, constructor.getParameters().get(index));
            }
            Optional<MethodModel> model = models.of(creation, constructor);
            return model.isPresent() && !model.get().has(Effect.Publishes.class) && !model.get().has(Effect.Move.class)
                    && !model.get().has(Effect.Lend.class);
        }

        /** Whether the method lets the object out on which it runs, or that it gets as this parameter. */
        private boolean letsOut(ExecutableElement method, VariableElement as) {
            TreePath path = code.methodPath(method).orElse(null);
            if (path == null || ((MethodTree) path.getLeaf()).getBody() == null || !asked.add(as == null ? method : as)) {
                return false;
            }
            try {
                VariableElement own = as == null ? null : sourceParameter(path, method, as);
                Walk walk = new Walk(type, own, own != null && method.getKind() == ElementKind.CONSTRUCTOR);
                walk.scan(new TreePath(path, ((MethodTree) path.getLeaf()).getBody()), null);
                return !walk.outs.isEmpty();
            } finally {
                asked.remove(as == null ? method : as);
            }
        }

        private VariableElement sourceParameter(TreePath path, ExecutableElement method, VariableElement as) {
            VariableTree tree = ((MethodTree) path.getLeaf()).getParameters().get(method.getParameters().indexOf(as));
            return (VariableElement) program.trees().getElement(new TreePath(path, tree));
        }

        private boolean isOwnField(TreePath target) {
            if (target.getLeaf() instanceof IdentifierTree) {
                return parameter == null || inConstructor;
            }
            return target.getLeaf() instanceof MemberSelectTree select
                    && (isObject(new TreePath(target, select.getExpression())) || inConstructor && SourceFields.isThis(select.getExpression()));
        }

        /** Whether the expression is the object itself. */
        private boolean isObject(TreePath path) {
            TreePath inner = withoutParentheses(path);
            if (inner.getLeaf() instanceof TypeCastTree cast) {
                return isObject(new TreePath(inner, cast.getExpression()));
            }
            if (inner.getLeaf() instanceof ConditionalExpressionTree choice) {
                return isObject(new TreePath(inner, choice.getTrueExpression())) || isObject(new TreePath(inner, choice.getFalseExpression()));
            }
            if (parameter == null && SourceFields.isThis(inner.getLeaf())) {
                return !(inner.getLeaf() instanceof MemberSelectTree select)
                        || type.equals(program.trees().getElement(new TreePath(inner, select.getExpression())));
            }
            return inner.getLeaf() instanceof IdentifierTree && aliases.contains(program.trees().getElement(inner));
        }

        /** Whether whoever has the value of this expression can reach the object. */
        private boolean carries(TreePath path) {
            TreePath inner = withoutParentheses(path);
            if (isObject(inner) || models.returned(inner).stream().anyMatch(this::carries)) {
                return true;
            }
            Tree tree = inner.getLeaf();
            if (tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree) {
                return parameter == null && captures.usesInstance(inner, type);
            }
            if (tree instanceof NewClassTree creation) {
                return madeWithObject(inner, creation) || creation.getClassBody() != null && parameter == null
                        && captures.usesInstance(new TreePath(inner, creation.getClassBody()), type)
                        || creation.getClassBody() == null && isInnerOfObject(inner);
            }
            Element named = tree instanceof IdentifierTree || tree instanceof MemberSelectTree select && SourceFields.isThis(select.getExpression())
                    ? program.trees().getElement(inner) : null;
            return named != null && carriers.contains(named);
        }

        private boolean madeWithObject(TreePath path, NewClassTree creation) {
            for (ExpressionTree argument : creation.getArguments()) {
                if (carries(new TreePath(path, argument))) {
                    return true;
                }
            }
            return false;
        }

        private boolean isInnerOfObject(TreePath creation) {
            return parameter == null && program.trees().getElement(creation) instanceof ExecutableElement constructor
                    && constructor.getEnclosingElement() instanceof TypeElement inner && type.equals(inner.getEnclosingElement())
                    && !inner.getModifiers().contains(Modifier.STATIC) && inner.getKind() == ElementKind.CLASS
                    && code.classPath(inner).filter(path -> captures.usesInstance(path, type)).isPresent();
        }

        private boolean isFunction(TreePath path) {
            Tree tree = withoutParentheses(path).getLeaf();
            return tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
        }

        private static TreePath withoutParentheses(TreePath path) {
            TreePath at = path;
            while (at.getLeaf() instanceof ParenthesizedTree inner) {
                at = new TreePath(at, inner.getExpression());
            }
            return at;
        }
    }
}
