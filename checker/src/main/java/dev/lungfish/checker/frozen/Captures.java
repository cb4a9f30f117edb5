package dev.lungfish.checker.frozen;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What a lambda, method reference, local, anonymous or inner class takes along: local variables, and of surrounding instances only the
 * fields that it touches, looked up through the surrounding class's own private and final methods. An outer instance that is not used does
 * not count.
 */
final class Captures {
    private static final int DEPTH = 8;

    private final Program program;
    private final SourceCode code;
    private final Values values;
    private final FieldParts fields;
    private final Promises promises;

    Captures(Program program, SourceCode code, Values values, FieldParts fields, Promises promises) {
        this.program = program;
        this.code = code;
        this.values = values;
        this.fields = fields;
        this.promises = promises;
        values.readCapturesBy(this);
    }

    /** What has to hold of everything that is captured, in the order in which it is first met. */
    List<Need> of(TreePath root, Reading reading) {
        Walk walk = new Walk(root, reading);
        if (root.getLeaf() instanceof MemberReferenceTree reference) {
            walk.reference(root, reference);
        } else {
            walk.scan(root, null);
        }
        return walk.needs;
    }

    /** Whether the surrounding instance of this class is captured. */
    boolean usesInstance(TreePath root, TypeElement surrounding) {
        Walk walk = new Walk(root, Reading.SHARING);
        if (root.getLeaf() instanceof MemberReferenceTree reference) {
            walk.reference(root, reference);
        } else {
            walk.scan(root, null);
        }
        return walk.outer.contains(surrounding);
    }

    private TypeElement classAround(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree && program.trees().getElement(at) instanceof TypeElement type) {
                return type;
            }
        }
        return null;
    }

    /** The innermost class around the place that has this member: the class of the implicit {@code this}. */
    TypeElement implicitReceiver(TreePath place, Element member) {
        Element owner = member.getEnclosingElement();
        for (TypeElement at = classAround(place); at != null; at = enclosing(at)) {
            if (at.equals(owner) || program.types().isSubtype(program.types().erasure(at.asType()), program.types().erasure(owner.asType()))) {
                return at;
            }
        }
        return null;
    }

    private static TypeElement enclosing(TypeElement type) {
        Element at = type.getEnclosingElement();
        while (at != null && !(at instanceof TypeElement)) {
            at = at.getEnclosingElement();
        }
        return (TypeElement) at;
    }

    private final class Walk extends TreePathScanner<Void, Void> {
        private final Reading reading;
        private final List<Need> needs = new ArrayList<>();
        private final Set<TypeElement> outer = new HashSet<>();
        /** Classes declared inside: their own instances are no captures. */
        private final Set<TypeElement> inside = new HashSet<>();
        private final Set<Element> declared = new HashSet<>();
        private final Set<Element> met = new HashSet<>();
        private int depth;

        Walk(TreePath root, Reading reading) {
            this.reading = reading;
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree tree, Void unused) {
                    declared.add(program.trees().getElement(getCurrentPath()));
                    return super.visitVariable(tree, unused);
                }

                @Override
                public Void visitClass(ClassTree tree, Void unused) {
                    if (program.trees().getElement(getCurrentPath()) instanceof TypeElement type) {
                        inside.add(type);
                    }
                    return super.visitClass(tree, unused);
                }
            }.scan(root, null);
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void unused) {
            Element element = program.trees().getElement(getCurrentPath());
            if (tree.getName().contentEquals("this") || tree.getName().contentEquals("super")) {
                whole(classAround(getCurrentPath()));
            } else if (element instanceof VariableElement variable && isLocal(variable)) {
                if (!declared.contains(variable) && met.add(variable)) {
                    needs.addAll(values.needs(getCurrentPath(), "." + variable.getSimpleName(), reading));
                }
            } else if (element != null && isInstanceMember(element)) {
                member(implicitReceiver(getCurrentPath(), element), element);
            }
            return null;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
            Element element = program.trees().getElement(getCurrentPath());
            if (tree.getIdentifier().contentEquals("this")) {
                if (program.trees().getElement(new TreePath(getCurrentPath(), tree.getExpression())) instanceof TypeElement type) {
                    whole(type);
                }
                return null;
            }
            if (element != null && isInstanceMember(element) && isInstance(tree.getExpression())) {
                member(instanceOf(new TreePath(getCurrentPath(), tree.getExpression())), element);
                return null;
            }
            return super.visitMemberSelect(tree, unused);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
            reference(getCurrentPath(), tree);
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void unused) {
            if (tree.getEnclosingExpression() == null && tree.getClassBody() == null
                    && program.trees().getElement(getCurrentPath()) instanceof ExecutableElement constructor
                    && constructor.getEnclosingElement() instanceof TypeElement type && type.getNestingKind() == NestingKind.MEMBER
                    && !type.getModifiers().contains(Modifier.STATIC) && type.getKind() == ElementKind.CLASS) {
                whole(implicitReceiver(getCurrentPath(), type));
            }
            return super.visitNewClass(tree, unused);
        }

        void reference(TreePath path, MemberReferenceTree tree) {
            TreePath qualifier = new TreePath(path, tree.getQualifierExpression());
            Element element = program.trees().getElement(qualifier);
            if (isInstance(tree.getQualifierExpression())) {
                if (program.trees().getElement(path) instanceof ExecutableElement method) {
                    member(instanceOf(qualifier), method);
                }
            } else if (!(element instanceof TypeElement) && tree.getQualifierExpression() instanceof com.sun.source.tree.ExpressionTree) {
                if (element instanceof VariableElement variable && isLocal(variable) && declared.contains(variable)) {
                    return;
                }
                if (element instanceof VariableElement field && isInstanceMember(field) && qualifier.getLeaf() instanceof IdentifierTree) {
                    member(implicitReceiver(qualifier, field), field);
                } else if (element != null && element.getKind() != ElementKind.TYPE_PARAMETER) {
                    String step = element.getKind() == ElementKind.CONSTRUCTOR ? "" : "." + element.getSimpleName();
                    needs.addAll(values.needs(qualifier, step, reading));
                }
            }
        }

        private boolean isInstance(Tree tree) {
            return SourceFields.isThis(tree) || tree instanceof IdentifierTree name && name.getName().contentEquals("super")
                    || tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("super");
        }

        private TypeElement instanceOf(TreePath expression) {
            return expression.getLeaf() instanceof MemberSelectTree select
                    && program.trees().getElement(new TreePath(expression, select.getExpression())) instanceof TypeElement type ? type
                    : classAround(expression);
        }

        private void member(TypeElement receiver, Element member) {
            if (receiver == null || inside.contains(receiver)) {
                return;
            }
            outer.add(receiver);
            if (promises.frozenPromise(receiver).isPresent() || !met.add(member)) {
                return;
            }
            if (member instanceof VariableElement field) {
                needs.add(fields.countsAsFinal(field, reading) ? fields.need(field, reading) : fields.notFinal(field));
            } else if (member instanceof ExecutableElement method) {
                TreePath body = isFixed(method, receiver) ? code.methodPath(method).orElse(null) : null;
                if (body == null || depth >= DEPTH) {
                    whole(receiver);
                } else {
                    depth++;
                    new Inline(this).scan(body, null);
                    depth--;
                }
            }
        }

        private void whole(TypeElement receiver) {
            if (receiver == null || inside.contains(receiver)) {
                return;
            }
            outer.add(receiver);
            if (promises.frozenPromise(receiver).isEmpty() && met.add(receiver)) {
                needs.add(Need.typed("." + receiver.getSimpleName() + ".this", receiver.asType()));
            }
        }
    }

    /** The body of a method of the surrounding class, looked at for the members that it touches; its own local variables are no captures. */
    private final class Inline extends TreePathScanner<Void, Void> {
        private final Walk walk;

        Inline(Walk walk) {
            this.walk = walk;
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void unused) {
            Element element = program.trees().getElement(getCurrentPath());
            if (tree.getName().contentEquals("this") || tree.getName().contentEquals("super")) {
                walk.whole(classAround(getCurrentPath()));
            } else if (element != null && isInstanceMember(element)) {
                walk.member(implicitReceiver(getCurrentPath(), element), element);
            }
            return null;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
            Element element = program.trees().getElement(getCurrentPath());
            if (element != null && isInstanceMember(element) && walk.isInstance(tree.getExpression())) {
                walk.member(walk.instanceOf(new TreePath(getCurrentPath(), tree.getExpression())), element);
                return null;
            }
            return super.visitMemberSelect(tree, unused);
        }
    }

    private static boolean isFixed(ExecutableElement method, TypeElement receiver) {
        return method.getModifiers().contains(Modifier.PRIVATE) || method.getModifiers().contains(Modifier.FINAL)
                || receiver.getModifiers().contains(Modifier.FINAL) || receiver.getKind() == ElementKind.RECORD;
    }

    private static boolean isInstanceMember(Element element) {
        return (element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.METHOD)
                && !element.getModifiers().contains(Modifier.STATIC) && element.getEnclosingElement() instanceof TypeElement;
    }

    private static boolean isLocal(VariableElement variable) {
        return switch (variable.getKind()) {
            case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE -> true;
            default -> false;
        };
    }
}
