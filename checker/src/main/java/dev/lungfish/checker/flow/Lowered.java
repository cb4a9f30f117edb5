package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.RegionOp;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The operations of one node: what always happens, and what depends on how the node ends. Filled by the translator, then only read. */
final class Lowered {
    private static final Set<String> NOT_ANNOUNCED = Set.of("java.lang.RuntimeException", "java.lang.Error", "java.lang.InterruptedException");

    /** An operation that did not happen, or happened all the same, if one of these exceptions was thrown ({@code *}: any). */
    private record OnThrow(RegionOp op, List<String> exceptions) {
    }

    private final List<RegionOp> ops = new ArrayList<>();
    private final List<RegionOp> whenTrue = new ArrayList<>();
    private final List<RegionOp> whenFalse = new ArrayList<>();
    private final List<OnThrow> kept = new ArrayList<>();
    private final List<OnThrow> also = new ArrayList<>();
    private final Map<TypeMirror, List<RegionOp>> thrown = new IdentityHashMap<>();
    private boolean isThrow;
    private boolean neverTrue;
    private boolean neverFalse;
    private int decided = RegionOp.NONE;

    void add(RegionOp op) {
        ops.add(op);
    }

    void addAll(List<RegionOp> more) {
        ops.addAll(more);
    }

    void keptOn(RegionOp op, List<String> exceptions) {
        ops.add(op);
        kept.add(new OnThrow(op, exceptions));
    }

    void alsoOn(RegionOp op, List<String> exceptions) {
        also.add(new OnThrow(op, exceptions));
    }

    void ifTrue(RegionOp op) {
        whenTrue.add(op);
    }

    void ifFalse(RegionOp op) {
        whenFalse.add(op);
    }

    /** The node throws because it says so. */
    void throwing() {
        isThrow = true;
    }

    /** The node gives this boolean the value of the expression before it. */
    void decides(int variable) {
        decided = variable;
    }

    int decided() {
        return decided;
    }

    /** The test never has this outcome on a path that can be followed. */
    void never(boolean outcome) {
        neverTrue |= outcome;
        neverFalse |= !outcome;
    }

    boolean isNever(boolean outcome) {
        return outcome ? neverTrue : neverFalse;
    }

    List<RegionOp> ops() {
        return ops;
    }

    List<RegionOp> whenTrue() {
        return whenTrue;
    }

    List<RegionOp> whenFalse() {
        return whenFalse;
    }

    boolean isEmpty() {
        return ops.isEmpty() && !isConditional() && decided == RegionOp.NONE;
    }

    boolean isConditional() {
        return !whenTrue.isEmpty() || !whenFalse.isEmpty() || neverTrue || neverFalse;
    }

    /** What has happened when the node threw: one and the same list for all exceptions that leave the same behind. */
    List<RegionOp> whenThrown(TypeMirror exception) {
        List<RegionOp> known = thrown.get(exception);
        if (known == null) {
            List<RegionOp> happened = happened(exception);
            known = thrown.values().stream().filter(happened::equals).findFirst().orElse(happened);
            thrown.put(exception, known);
        }
        return known;
    }

    private List<RegionOp> happened(TypeMirror exception) {
        List<RegionOp> happened = new ArrayList<>();
        for (RegionOp op : ops) {
            boolean undone = kept.stream().anyMatch(k -> k.op() == op && matches(k.exceptions(), exception));
            boolean waited = op instanceof RegionOp.Await || op instanceof RegionOp.AwaitGroup || op instanceof RegionOp.Open;
            if (!undone && !waited) {
                happened.add(op);
            }
        }
        also.stream().filter(a -> matches(a.exceptions(), exception)).forEach(a -> happened.add(a.op()));
        if (!isThrow && !isAnnounced(exception)) {
            happened.add(new RegionOp.Unforeseen());
        }
        return happened;
    }

    /** Whether a declaration announces the exception, and it is not the one by which other threads interrupt. */
    private static boolean isAnnounced(TypeMirror exception) {
        for (TypeMirror at = exception; at instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type; at = type.getSuperclass()) {
            if (NOT_ANNOUNCED.contains(type.getQualifiedName().toString())) {
                return false;
            }
        }
        return !(exception instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals("java.lang.Throwable"));
    }

    /** An edge stands for the exceptions of its type: it matches a name that is above or below it. */
    private static boolean matches(List<String> names, TypeMirror edge) {
        if (names.contains("*")) {
            return true;
        }
        if (!(edge instanceof DeclaredType declared)) {
            return false;
        }
        String simple = declared.asElement().getSimpleName().toString();
        return names.contains(simple) || simple.equals("RuntimeException") && names.stream().anyMatch(Lowered::isUnchecked);
    }

    private static boolean isUnchecked(String exception) {
        return exception.equals("IllegalStateException") || exception.equals("RejectedExecutionException") || exception.equals("CompletionException");
    }
}
