package dev.lungfish.checker.declared;

import dev.lungfish.checker.declared.RegionPath.Base;
import dev.lungfish.checker.declared.RegionPath.ClassObject;
import dev.lungfish.checker.declared.RegionPath.Invalid;
import dev.lungfish.checker.declared.RegionPath.Itself;
import dev.lungfish.checker.declared.RegionPath.Outer;
import dev.lungfish.checker.declared.RegionPath.Path;
import dev.lungfish.checker.declared.RegionPath.Reason;
import dev.lungfish.checker.declared.RegionPath.StaticOf;
import dev.lungfish.checker.declared.RegionPath.This;
import dev.lungfish.checker.declared.RegionPath.Variable;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Resolves the expressions of {@code @InRegion} and of all kinds of {@code @GuardedBy}, as javac would resolve them at the annotated
 * declaration: local names, parameters, fields of the class and of the classes around it, static imports, types.
 *
 * <p>Accepted: {@code lock}, {@code this}, {@code this.lock}, {@code Outer.this}, {@code Outer.this.lock}, {@code Type.LOCK},
 * {@code Type.class}, {@code param}, {@code param.lock}, {@code itself}, {@code getLock()}, {@code lock.getMonitor()}, {@code #1}.
 * Confined to the compiler's thread.
 */
public final class RegionExpression {
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\s*\\(\\s*\\))?");
    private static final Pattern FORMAL = Pattern.compile("#[1-9][0-9]*");

    private final Program program;
    private final Names names;

    public RegionExpression(Program program) {
        this.program = program;
        this.names = new Names(program);
    }

    /** As {@link #resolve(String, Element, Collection)} where no local variable is in scope. */
    public RegionPath resolve(String expression, Element declaredAt) {
        return resolve(expression, declaredAt, List.of());
    }

    /**
     * What the expression means at a declaration.
     *
     * @param declaredAt the annotated field, method, parameter, local variable or type
     * @param locals local variables in scope there, the innermost first
     */
    public RegionPath resolve(String expression, Element declaredAt, Collection<? extends VariableElement> locals) {
        String text = expression.strip();
        if (text.isEmpty()) {
            return new Invalid(Reason.EMPTY, expression, "", List.of());
        }
        if (text.equals("itself") || text.equals("<self>")) {
            return new Path(new Itself(declaredAt), List.of(), Optional.empty());
        }
        Scope scope = Scope.at(declaredAt, locals);
        if (FORMAL.matcher(text).matches()) {
            return formal(text, scope);
        }
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("\\.", -1)) {
            String part = segment.strip();
            if (!SEGMENT.matcher(part).matches()) {
                return new Invalid(Reason.NOT_A_PATH, text, text, List.of());
            }
            segments.add(part);
        }
        return new Walk(text, segments, scope).run();
    }

    private RegionPath formal(String text, Scope scope) {
        int index = Integer.parseInt(text.substring(1)) - 1;
        List<? extends VariableElement> formals = scope.formals();
        return index < formals.size()
                ? new Path(new Variable(formals.get(index)), List.of(), Optional.empty())
                : new Invalid(Reason.NAMES_NOTHING, text, text, List.of());
    }

    /** Whether values of this type can own data: any object whose identity matters. */
    private boolean isLockable(TypeMirror type) {
        if (type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID) {
            return false;
        }
        return !(program.types().asElement(type) instanceof TypeElement element) || !isValue(element);
    }

    private static boolean isValue(TypeElement type) {
        return type.getQualifiedName().contentEquals("java.lang.String")
                || type.getAnnotationMirrors().stream()
                        .anyMatch(a -> a.getAnnotationType().asElement().getSimpleName().contentEquals("ValueBased"))
                || isBoxed(type.getQualifiedName().toString());
    }

    private static boolean isBoxed(String name) {
        return switch (name) {
            case "java.lang.Boolean", "java.lang.Byte", "java.lang.Character", "java.lang.Short", "java.lang.Integer", "java.lang.Long",
                    "java.lang.Float", "java.lang.Double" -> true;
            default -> false;
        };
    }

    /** One resolution: consumes the segments from left to right. */
    private final class Walk {
        private final String text;
        private final List<String> segments;
        private final Scope scope;
        private int next;

        Walk(String text, List<String> segments, Scope scope) {
            this.text = text;
            this.segments = segments;
            this.scope = scope;
        }

        RegionPath run() {
            String first = segments.get(0);
            if (first.equals("this") || first.equals("super")) {
                next = 1;
                return scope.isStatic() ? invalid(Reason.NO_INSTANCE, first)
                        : walkOn(new This(scope.type()), new ArrayList<>(), scope.type().asType());
            }
            if (first.equals("class")) {
                return invalid(Reason.NOT_A_PATH, text);
            }
            Optional<VariableElement> variable = scope.variable(first);
            if (variable.isPresent()) {
                next = 1;
                return names.isReassigned(variable.get()) ? invalid(Reason.NOT_STABLE, first)
                        : walkOn(new Variable(variable.get()), new ArrayList<>(), variable.get().asType());
            }
            Optional<RegionPath> member = member(first);
            return member.orElseGet(this::throughType);
        }

        /** The first segment as a field or method of the class or of one around it. */
        private Optional<RegionPath> member(String first) {
            boolean instance = !scope.isStatic();
            for (TypeElement type = scope.type(); type != null; type = Scope.around(type)) {
                Optional<? extends Element> found = names.member(type, first, scope.type());
                if (found.isPresent()) {
                    return Optional.of(ofMember(found.get(), type, instance));
                }
                instance &= !Scope.isStaticContext(type);
            }
            return names.importedStatic(first, scope.type()).map(field -> ofMember(field, scope.type(), false));
        }

        private RegionPath ofMember(Element member, TypeElement type, boolean instance) {
            if (member.getModifiers().contains(Modifier.STATIC)) {
                TypeElement declaring = (TypeElement) member.getEnclosingElement();
                return step(new StaticOf(declaring), new ArrayList<>(), member);
            }
            if (!instance) {
                return invalid(Reason.NO_INSTANCE, segments.get(0));
            }
            return step(type.equals(scope.type()) ? new This(type) : new Outer(type), new ArrayList<>(), member);
        }

        /** Segments as a type, followed by {@code this}, {@code class} or a static member. */
        private RegionPath throughType() {
            Optional<Names.TypePrefix> prefix = names.typePrefix(segments, scope.type());
            if (prefix.isEmpty()) {
                return nothing(segments.get(0), scope.type());
            }
            TypeElement type = prefix.get().type();
            next = prefix.get().length();
            if (next == segments.size()) {
                return invalid(Reason.NOT_A_PATH, text);
            }
            String then = segments.get(next);
            if (then.equals("class")) {
                next++;
                return walkOn(new ClassObject(type), new ArrayList<>(), program.elements().getTypeElement("java.lang.Class").asType());
            }
            if (then.equals("this")) {
                next++;
                return outerThis(type);
            }
            Optional<? extends Element> member = names.member(type, then, scope.type());
            if (member.isEmpty()) {
                return nothing(then, type);
            }
            return member.get().getModifiers().contains(Modifier.STATIC)
                    ? step(new StaticOf((TypeElement) member.get().getEnclosingElement()), new ArrayList<>(), member.get())
                    : invalid(Reason.NO_INSTANCE, then);
        }

        private RegionPath outerThis(TypeElement wanted) {
            boolean instance = !scope.isStatic();
            for (TypeElement type = scope.type(); type != null; type = Scope.around(type)) {
                if (names.isSameOrSuper(wanted, type)) {
                    if (!instance) {
                        return invalid(Reason.NO_INSTANCE, wanted.getSimpleName() + ".this");
                    }
                    return walkOn(type.equals(scope.type()) ? new This(type) : new Outer(type), new ArrayList<>(), type.asType());
                }
                instance &= !Scope.isStaticContext(type);
            }
            return invalid(Reason.NO_INSTANCE, wanted.getSimpleName() + ".this");
        }

        /** Takes one member, which the segment at {@code next} names, and walks on. */
        private RegionPath step(Base base, List<VariableElement> fields, Element member) {
            String segment = segments.get(next);
            next++;
            if (member instanceof ExecutableElement method) {
                if (next < segments.size()) {
                    return invalid(Reason.NOT_STABLE, segment);
                }
                return isLockable(method.getReturnType()) ? new Path(base, fields, Optional.of(method))
                        : invalid(Reason.NOT_LOCKABLE, method.getReturnType().toString());
            }
            VariableElement field = (VariableElement) member;
            if (!field.getModifiers().contains(Modifier.FINAL) && field.getKind() != ElementKind.ENUM_CONSTANT) {
                return isLockable(field.asType()) ? invalid(Reason.NOT_STABLE, segment)
                        : invalid(Reason.NOT_LOCKABLE, plain(field.asType()));
            }
            fields.add(field);
            return walkOn(base, fields, field.asType());
        }

        private RegionPath walkOn(Base base, List<VariableElement> fields, TypeMirror type) {
            if (next == segments.size()) {
                return isLockable(type) ? new Path(base, fields, Optional.empty()) : invalid(Reason.NOT_LOCKABLE, plain(type));
            }
            String name = segments.get(next);
            TypeMirror erased = program.types().erasure(type);
            if (!(program.types().asElement(erased) instanceof TypeElement owner)) {
                return invalid(Reason.NAMES_NOTHING, name);
            }
            Optional<? extends Element> member = names.member(owner, name, scope.type());
            return member.isPresent() ? step(base, fields, member.get()) : nothing(name, owner);
        }

        private RegionPath nothing(String name, TypeElement where) {
            List<String> candidates = new ArrayList<>();
            if (where.equals(scope.type())) {
                candidates.addAll(scope.variableNames());
            }
            for (TypeElement type = where; type != null; type = where.equals(scope.type()) ? Scope.around(type) : null) {
                names.fields(type, scope.type()).forEach(field -> candidates.add(field.getSimpleName().toString()));
            }
            String bare = name.endsWith(")") ? name.substring(0, name.indexOf('(')).strip() : name;
            return new Invalid(Reason.NAMES_NOTHING, text, name, NearMisses.of(bare, candidates));
        }

        private Invalid invalid(Reason reason, String culprit) {
            return new Invalid(reason, text, culprit, List.of());
        }
    }

    /** The type without its annotations and arguments. */
    private String plain(TypeMirror type) {
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
                : String.valueOf(program.types().asElement(type));
    }
}
