package dev.lungfish.checker.flow;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.model.ContractFile;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Writes down what the methods of this compilation do, for compilations that see only their class files. A method has a line if other classes
 * can call it, and if the line says more than their types do; which methods are looked at at all is the user's choice.
 */
final class ContractWriter {
    /** Of a method that touches more fields, a line says only that. */
    private static final int MOST_FIELDS = 20;

    private final World world;
    private final Summaries summaries;
    private final MemberKeys keys;
    private final Outside outside;

    ContractWriter(World world, Summaries summaries) {
        this.world = world;
        this.summaries = summaries;
        this.keys = new MemberKeys(world.program());
        this.outside = new Outside(world);
    }

    /**
     * The files, by top-level class.
     *
     * @param looked the methods that the analysis looked at by itself
     * @param relevance what the names in methods say
     */
    SortedMap<String, ContractFile> write(Set<ExecutableElement> looked, Relevance relevance) {
        SortedMap<String, ContractFile> files = new TreeMap<>();
        AnalysisOptions.Contracts wanted = world.options().contracts();
        if (wanted == AnalysisOptions.Contracts.OFF) {
            return files;
        }
        SortedMap<String, SortedMap<String, String>> lines = new TreeMap<>();
        for (Classes.Source source : world.classes().all()) {
            if (isSeen(source.method()) && (wanted == AnalysisOptions.Contracts.ALL || isNeeded(source, looked, relevance))) {
                write(source, lines);
            }
        }
        world.classes().trees().keySet().forEach(type -> writeFields(type, lines));
        lines.forEach((type, methods) -> files.put(type, new ContractFile(type, methods)));
        return files;
    }

    /**
     * Whether callers must know, or knowing costs nothing. The answer depends on the method and on what it calls only, never on who calls it:
     * an incremental build, which sees other classes, must come to the same.
     */
    private boolean isNeeded(Classes.Source source, Set<ExecutableElement> looked, Relevance relevance) {
        return source.tree().getBody() == null || looked.contains(source.method()) || relevance.mayWrap(source.method()) && (Wrappers.leavesOpen(source, world) || Wrappers.waits(source, world))
                || world.locks().isWrapper(source.type());
    }

    private void write(Classes.Source source, SortedMap<String, SortedMap<String, String>> lines) {
        ExecutableElement method = source.method();
        Summary seen = outside.seen(declared(summaries.forOthers(source), method), method);
        boolean isSaidByTypes = world.model(method, source.type()).isEmpty()
                && SummaryText.of(seen.withTouches(Touches.UNKNOWN)).equals(SummaryText.of(outside.seen(summaries.unaware(method), method)));
        if (!isSaidByTypes) {
            linesOf(method, lines).put(keys.of(method), SummaryText.of(seen.withTouches(seen.touches().atMost(MOST_FIELDS))));
        }
    }

    /** What annotations of types say, which not every compiler reads from class files. */
    private Summary declared(Summary summary, ExecutableElement method) {
        Contract contract = world.contract(method);
        Set<Integer> frozen = new TreeSet<>(summary.requiresFrozen());
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (contract.parameter(i).frozen()) {
                frozen.add(i + 1);
            }
        }
        return new Summary(summary.uses(), summary.pairs(), summary.groups(), summary.moved(), summary.leftBehind(), summary.frozen(),
                summary.published(), frozen, summary.kept(),
                summary.required(), summary.opened(), summary.closed(), contract.resultFrozen() ? Summary.Result.FROZEN : summary.result(),
                summary.resultOf(), summary.resultRegion(), summary.dirty(), summary.touches(), summary.loans());
    }

    private void writeFields(TypeElement type, SortedMap<String, SortedMap<String, String>> lines) {
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            FieldContract contract = new FieldContract(world.regionsOf(field), world.isIsolated(field), world.isFrozenField(field));
            if (contract.saysAnything() && isSeen(field)) {
                linesOf(field, lines).put(keys.of(field), contract.text());
            }
        }
    }

    private SortedMap<String, String> linesOf(Element member, SortedMap<String, SortedMap<String, String>> lines) {
        return lines.computeIfAbsent(world.program().elements().getBinaryName(MemberKeys.topLevel(member)).toString(), t -> new TreeMap<>());
    }

    /** Whether other classes can call it: neither it nor a class around it is private or local. */
    private static boolean isSeen(Element member) {
        for (Element at = member; at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
            boolean isLocal = at instanceof TypeElement type && type.getQualifiedName().length() == 0 || !(at instanceof TypeElement) && at != member;
            if (isLocal || at.getModifiers().contains(Modifier.PRIVATE)) {
                return false;
            }
        }
        return true;
    }
}
