package dev.lungfish.checker.threads;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * What stands where in a program: bodies, calls, what variables are given, uses of statics. One pass, in source order, so that whatever is
 * derived from it has an order. Confined to the compiler's thread.
 */
final class CodeIndex {
    /** A use of a static field by name. */
    record StaticUse(TreePath path, VariableElement field, Body from) {
    }

    private final Program program;
    private final Map<Tree, Body> bodies = new HashMap<>();
    private final Map<Tree, Body> staticInits = new HashMap<>();
    private final Set<Body> inOrder = new LinkedHashSet<>();
    private final Map<Body, List<Call>> callsIn = new HashMap<>();
    private final Map<ExecutableElement, List<Call>> callsOf = new HashMap<>();
    private final Map<VariableElement, List<Call>> callsOn = new HashMap<>();
    private final Map<VariableElement, List<TreePath>> given = new HashMap<>();
    private final Map<Body, List<TreePath>> returned = new HashMap<>();
    private final Map<Body, List<Body>> inside = new HashMap<>();
    private final Map<Body, Body> around = new HashMap<>();
    private final Map<VariableElement, List<StaticUse>> staticUses = new LinkedHashMap<>();
    private final Map<TypeElement, List<TypeElement>> subtypes = new HashMap<>();
    private final Map<TypeElement, Set<TypeElement>> below = new HashMap<>();
    private final Set<TypeElement> types = new LinkedHashSet<>();
    private final Map<ExecutableElement, List<ExecutableElement>> overriders = new HashMap<>();

    CodeIndex(Program program) {
        this.program = program;
        for (CompilationUnitTree unit : program.units()) {
            new Indexer().scan(unit, null);
        }
    }

    Trees trees() {
        return program.trees();
    }

    Program program() {
        return program;
    }

    /** All bodies in source order. */
    Set<Body> bodies() {
        return inOrder;
    }

    /** The body of a method, lambda, method reference or class (for its instance initialisers). */
    Optional<Body> bodyOf(Tree tree) {
        return Optional.ofNullable(bodies.get(tree));
    }

    /** The body of a method of this compilation; an abstract method has none. */
    Optional<Body> bodyOf(ExecutableElement method) {
        MethodTree tree = types.contains(method.getEnclosingElement()) ? program.index().declaration(method) : null;
        return tree == null || tree.getBody() == null ? Optional.empty() : bodyOf(tree);
    }

    Optional<Body> initialisersOf(TypeElement type) {
        ClassTree tree = types.contains(type) ? program.index().declaration(type) : null;
        return Optional.ofNullable(bodies.get(tree));
    }

    /** The bodies that stand directly in another one: lambdas and method references. */
    List<Body> inside(Body body) {
        return inside.getOrDefault(body, List.of());
    }

    /** The body in which a lambda or method reference stands; none for methods and initialisers. */
    Optional<Body> around(Body body) {
        return Optional.ofNullable(around.get(body));
    }

    List<Call> callsIn(Body body) {
        return callsIn.getOrDefault(body, List.of());
    }

    List<Call> callsOf(ExecutableElement method) {
        return callsOf.getOrDefault(method, List.of());
    }

    /** Calls whose receiver is the variable. */
    List<Call> callsOn(VariableElement variable) {
        return callsOn.getOrDefault(variable, List.of());
    }

    /** The expressions that a variable is initialised with or assigned. */
    List<TreePath> given(VariableElement variable) {
        return given.getOrDefault(variable, List.of());
    }

    /** What a method or lambda returns. */
    List<TreePath> returned(Body body) {
        return returned.getOrDefault(body, List.of());
    }

    /** The statics of this compilation that are used anywhere, with their uses. */
    Map<VariableElement, List<StaticUse>> staticUses() {
        return staticUses;
    }

    boolean isSource(TypeElement type) {
        return types.contains(type);
    }

    /** All classes of the compilation, in source order. */
    Set<TypeElement> types() {
        return types;
    }

    /** The classes of this compilation below a type, transitively. */
    Set<TypeElement> below(TypeElement type) {
        Set<TypeElement> known = below.get(type);
        if (known == null) {
            known = new LinkedHashSet<>();
            collect(type, known);
            below.put(type, known);
        }
        return known;
    }

    private void collect(TypeElement type, Set<TypeElement> all) {
        for (TypeElement direct : subtypes.getOrDefault(type, List.of())) {
            if (all.add(direct)) {
                collect(direct, all);
            }
        }
    }

    /** The classes of this compilation above a type. */
    Set<TypeElement> sourceSupertypes(TypeElement type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        climb(type, found);
        return found;
    }

    private void climb(TypeElement type, Set<TypeElement> found) {
        List<TypeMirror> direct = new ArrayList<>(type.getInterfaces());
        direct.add(type.getSuperclass());
        for (TypeMirror above : direct) {
            if (program.types().asElement(above) instanceof TypeElement element && types.contains(element) && found.add(element)) {
                climb(element, found);
            }
        }
    }

    /** The methods of this compilation that override a method; not the method itself. */
    List<ExecutableElement> overriders(ExecutableElement method) {
        return overriders.computeIfAbsent(method, m -> {
            if (m.getModifiers().contains(Modifier.STATIC) || m.getModifiers().contains(Modifier.PRIVATE)
                    || m.getKind() != ElementKind.METHOD) {
                return List.of();
            }
            List<ExecutableElement> found = new ArrayList<>();
            for (TypeElement type : below((TypeElement) m.getEnclosingElement())) {
                for (ExecutableElement candidate : program.members().named(type, m.getSimpleName())) {
                    if (program.elements().overrides(candidate, m, type)) {
                        found.add(candidate);
                    }
                }
            }
            return found;
        });
    }

    private final class Indexer extends TreePathScanner<Void, Void> {
        private Body current;

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            Body outer = current;
            TreePath path = getCurrentPath();
            TypeElement type = (TypeElement) program.trees().getElement(path);
            types.add(type);
            List<TypeMirror> direct = new ArrayList<>(type.getInterfaces());
            direct.add(type.getSuperclass());
            for (TypeMirror above : direct) {
                if (program.types().asElement(above) instanceof TypeElement element) {
                    subtypes.computeIfAbsent(element, e -> new ArrayList<>()).add(type);
                }
            }
            scan(tree.getModifiers(), null);
            for (Tree member : tree.getMembers()) {
                current = null;
                if (member instanceof VariableTree field) {
                    current = initialiser(tree, path, type, field.getModifiers().getFlags().contains(Modifier.STATIC)
                            || isConstant(path, field));
                } else if (member instanceof BlockTree block) {
                    current = initialiser(tree, path, type, block.isStatic());
                }
                scan(member, null);
            }
            current = outer;
            return null;
        }

        private boolean isConstant(TreePath type, VariableTree field) {
            Element element = program.trees().getElement(new TreePath(type, field));
            return element != null && element.getModifiers().contains(Modifier.STATIC);
        }

        private Body initialiser(ClassTree tree, TreePath path, TypeElement type, boolean isStatic) {
            Body body = isStatic ? staticInits.computeIfAbsent(tree, t -> new Body(Body.Kind.STATIC_INIT, path, type))
                    : bodies.computeIfAbsent(tree, t -> new Body(Body.Kind.INSTANCE_INIT, path, type));
            inOrder.add(body);
            return body;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void unused) {
            return within(Body.Kind.METHOD, program.trees().getElement(getCurrentPath()), () -> super.visitMethod(tree, null));
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
            return within(Body.Kind.LAMBDA, memberAround(), () -> {
                if (tree.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION) {
                    returned.computeIfAbsent(current, b -> new ArrayList<>()).add(new TreePath(getCurrentPath(), tree.getBody()));
                }
                super.visitLambdaExpression(tree, null);
            });
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
            return within(Body.Kind.REFERENCE, memberAround(), () -> super.visitMemberReference(tree, null));
        }

        private Element memberAround() {
            return current.member();
        }

        private Void within(Body.Kind kind, Element member, Runnable scan) {
            Body outer = current;
            Body body = new Body(kind, getCurrentPath(), member);
            bodies.put(getCurrentPath().getLeaf(), body);
            inOrder.add(body);
            if (outer != null && kind != Body.Kind.METHOD) {
                inside.computeIfAbsent(outer, b -> new ArrayList<>()).add(body);
                around.put(body, outer);
            }
            current = body;
            scan.run();
            current = outer;
            return null;
        }

        @Override
        public Void visitReturn(ReturnTree tree, Void unused) {
            if (tree.getExpression() != null) {
                returned.computeIfAbsent(current, b -> new ArrayList<>()).add(new TreePath(getCurrentPath(), tree.getExpression()));
            }
            return super.visitReturn(tree, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            call(program.trees().getElement(getCurrentPath()));
            return super.visitMethodInvocation(tree, null);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void unused) {
            call(program.trees().getElement(getCurrentPath()));
            return super.visitNewClass(tree, null);
        }

        private void call(Element callee) {
            if (current != null && callee instanceof ExecutableElement method) {
                Call call = new Call(getCurrentPath(), method, current);
                callsIn.computeIfAbsent(current, b -> new ArrayList<>()).add(call);
                callsOf.computeIfAbsent(method, m -> new ArrayList<>()).add(call);
                call.receiver().map(program.trees()::getElement).filter(VariableElement.class::isInstance)
                        .ifPresent(v -> callsOn.computeIfAbsent((VariableElement) v, x -> new ArrayList<>()).add(call));
            }
        }

        @Override
        public Void visitVariable(VariableTree tree, Void unused) {
            if (tree.getInitializer() != null && program.trees().getElement(getCurrentPath()) instanceof VariableElement variable) {
                give(variable, new TreePath(getCurrentPath(), tree.getInitializer()));
            }
            return super.visitVariable(tree, null);
        }

        @Override
        public Void visitAssignment(AssignmentTree tree, Void unused) {
            if (program.trees().getElement(new TreePath(getCurrentPath(), tree.getVariable())) instanceof VariableElement variable) {
                give(variable, new TreePath(getCurrentPath(), tree.getExpression()));
            }
            return super.visitAssignment(tree, null);
        }

        private void give(VariableElement variable, TreePath value) {
            if (!variable.asType().getKind().isPrimitive()) {
                given.computeIfAbsent(variable, v -> new ArrayList<>()).add(value);
            }
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void unused) {
            use();
            return null;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
            use();
            return super.visitMemberSelect(tree, null);
        }

        private void use() {
            if (current != null && program.trees().getElement(getCurrentPath()) instanceof VariableElement field
                    && (field.getKind() == ElementKind.FIELD || field.getKind() == ElementKind.ENUM_CONSTANT)
                    && field.getModifiers().contains(Modifier.STATIC)) {
                staticUses.computeIfAbsent(field, f -> new ArrayList<>()).add(new StaticUse(getCurrentPath(), field, current));
            }
        }
    }
}
