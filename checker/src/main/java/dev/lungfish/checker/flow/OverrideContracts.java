package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Whether methods of strict code do more to their arguments than the contracts say of the methods that they override in other modules. Callers
 * there were judged by these contracts. Outside strict code nothing is said: most callers do not rely on it.
 */
record OverrideContracts(World world, Summaries summaries) {
    void check(Classes.Source source, Consumer<Violation> sink) {
        if (source.tree().getBody() == null || !world.isStrict(source.method())) {
            return;
        }
        for (ExecutableElement above : world.classes().overridden(source.method())) {
            Optional<Summary> promised = world.classes().sourceOf(above) == null ? world.written().of(above) : Optional.empty();
            if (promised.isPresent() && tell(source, above, promised.get(), sink)) {
                return;
            }
        }
    }

    private boolean tell(Classes.Source source, ExecutableElement above, Summary promised, Consumer<Violation> sink) {
        Summary own = summaries.exactly(source.method(), source.type());
        for (int formal = 1; formal <= above.getParameters().size(); formal++) {
            boolean isTracked = world.isTracked(source.method().getParameters().get(formal - 1).asType());
            String message = !isTracked ? "" : keeps(own, formal) && !keeps(promised, formal) ? "override.contract.keeps"
                    : writes(own, formal) && !writes(promised, formal) ? "override.contract.writes" : "";
            if (!message.isEmpty()) {
                SourcePoint at = world.point(source.unit(), source.tree().getParameters().get(formal - 1));
                sink.accept(new Violation("override.contract", Certainty.WITNESSED, message, List.of(shown(source.method()), shown(above),
                        source.method().getParameters().get(formal - 1).getSimpleName().toString()), at, List.of(), summaries.bodyOf(source).member()));
                return true;
            }
        }
        return false;
    }

    private static boolean keeps(Summary summary, int formal) {
        return summary.published().contains(formal) || summary.kept().containsKey(formal) || summary.dirty().contains(formal)
                || summary.pairs().stream().anyMatch(pair -> pair.value() == formal && pair.holder() != formal);
    }

    private static boolean writes(Summary summary, int formal) {
        return summary.use(formal).compareTo(Access.READ) > 0;
    }

    private static String shown(ExecutableElement method) {
        return ((TypeElement) method.getEnclosingElement()).getSimpleName() + "." + method.getSimpleName();
    }
}
