package dev.lungfish.checker.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A method that exists only for a test: applies operations one after the other and writes down what the journal hears. */
final class Bench implements MethodContext, Journal {
    static final int NONE = RegionOp.NONE;
    static final RegionKey LOCK = RegionKey.lock("this", "lock");
    static final RegionKey OTHER = RegionKey.lock("this", "other");
    static final RegionKey CALLERS_LOCK = RegionKey.lock("var:account@1");
    static final RegionKey COWN = new RegionKey(RegionKey.Kind.COWN, "var:cown@1", List.of());

    private final RegionSemantics semantics = new RegionSemantics(this, this);
    private final SortedMap<Integer, Ownership> ownerships = new TreeMap<>();
    private final Map<RegionKey, Integer> owners = new HashMap<>();
    private final Set<RegionKey> required = new HashSet<>();
    private final List<String> log = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Set<String> alsoTouched = new HashSet<>();
    private final Set<Integer> protecting = new HashSet<>();
    private final Set<RegionKey> given = new HashSet<>();
    private final Set<Integer> homes = new HashSet<>();
    private final Set<Integer> opaque = new HashSet<>();
    private boolean connects;
    private State state = State.EMPTY;

    /** A place whose number is all that matters. */
    static Site site(int id, int element) {
        return new Site(id, SourcePoint.NOWHERE, element, "step.test", () -> "op" + id);
    }

    static Label in(RegionKey region) {
        return new Label.In(region);
    }

    static Label was(RegionKey region) {
        return new Label.Was(region);
    }

    /** Who decides about a formal; without this: the caller keeps it. */
    Bench formal(int formal, Ownership ownership) {
        ownerships.put(formal, ownership);
        return this;
    }

    /** Elements that stand for parts of a region's content. */
    Bench home(int... elements) {
        for (int element : elements) {
            homes.add(element);
        }
        return this;
    }

    /** The element that owns the region. */
    Bench owner(RegionKey region, int element) {
        owners.put(region, element);
        return this;
    }

    /** Callers can be asked to have the region open. */
    Bench callersOpen(RegionKey region) {
        required.add(region);
        return this;
    }

    /** Other code touches the field, and no lock is held there. */
    Bench alsoTouched(String field) {
        alsoTouched.add(field);
        return this;
    }

    /** The type of the value says nothing. */
    Bench opaque(int element) {
        opaque.add(element);
        return this;
    }

    /** Nothing shows that the values need protection. */
    Bench protecting(int... elements) {
        for (int element : elements) {
            protecting.add(element);
        }
        return this;
    }

    /** The lock of the region was given to whoever names it. */
    Bench given(RegionKey region) {
        given.add(region);
        return this;
    }

    /** Goes on from this state. */
    Bench from(State start) {
        state = start;
        return this;
    }

    Bench fresh(int element, Label label) {
        return run(new RegionOp.Fresh(element, label));
    }

    Bench run(RegionOp... ops) {
        for (RegionOp op : ops) {
            state = semantics.apply(state, op);
        }
        return this;
    }

    /** What connects two names can be shown from here on. */
    Bench connecting() {
        connects = true;
        return this;
    }

    /** Forgets what the journal has heard, so that a test shows the last step only. */
    Bench quiet() {
        log.clear();
        return this;
    }

    State state() {
        return state;
    }

    /** The state in one line. */
    String shown() {
        return state.toString();
    }

    /** What the run time could be asked of hand-overs. */
    List<String> asked() {
        return asked;
    }

    /** What the journal has heard, one line each. */
    String heard() {
        return String.join("\n", log);
    }

    /** The violations alone: {@code message [certainty]}. */
    List<String> violations() {
        return log.stream().filter(line -> line.startsWith("! ")).map(line -> line.substring(2, line.indexOf(' ', 2))).collect(Collectors.toList());
    }

    @Override
    public Ownership ownership(int formal) {
        return ownerships.getOrDefault(formal, Ownership.OPEN);
    }

    @Override
    public boolean isFormal(int element) {
        return element < 5;
    }

    @Override
    public String nameOf(int element) {
        return element == 0 ? "this" : "v" + element;
    }

    @Override
    public int elementOfBase(RegionKey region) {
        return owners.getOrDefault(region, NONE);
    }

    @Override
    public boolean mayProtectItself(int element) {
        return protecting.contains(element);
    }

    @Override
    public boolean mayHaveOtherNames(RegionKey region) {
        return given.contains(region);
    }

    @Override
    public boolean isHome(int element) {
        return homes.contains(element);
    }

    @Override
    public boolean mayRequire(RegionKey region) {
        return required.contains(region);
    }

    @Override
    public boolean isUnderConstruction(int element) {
        return false;
    }

    @Override
    public Optional<Violation.Step> overlap(Touch touch, Site site) {
        return touch.fields().keySet().stream().filter(alsoTouched::contains).findFirst()
                .map(field -> new Violation.Step("step.also.touched", List.of(field), SourcePoint.NOWHERE));
    }

    @Override
    public boolean isOpaque(int element) {
        return opaque.contains(element);
    }

    @Override
    public List<Violation.Step> connection(int a, int b, Site use) {
        return connects ? List.of(new Violation.Step("step.connected", List.of("link"), SourcePoint.NOWHERE)) : List.of();
    }

    @Override
    public boolean isStrict() {
        return false;
    }

    @Override
    public void used(int formal, Access access, Touch touch) {
        log.add("used " + formal + " " + access);
    }

    @Override
    public void kept(int formal, RegionKey region) {
        log.add("kept " + formal + " in " + region.shown());
    }

    @Override
    public void published(int formal) {
        log.add("published " + formal);
    }

    @Override
    public void moved(int formal, Touch touch, Site site, boolean told) {
        log.add("moved " + formal + (touch.isWhole() ? "" : " [" + touch + "]"));
    }

    @Override
    public void turned(RegionKey region, boolean isOpened) {
        // What is open shows in the state.
    }

    @Override
    public void leftBehind(int formal) {
        log.add("left " + formal);
    }

    @Override
    public void frozen(int formal) {
        log.add("frozen " + formal);
    }

    @Override
    public void requiresFrozen(int formal) {
        log.add("requires frozen " + formal);
    }

    @Override
    public void captured(int holder, int value, Site site) {
        log.add("captured " + value + " by " + holder);
    }

    @Override
    public void required(RegionKey region, RegionKey.Mode mode, Site site) {
        log.add("required " + region.shown() + " " + mode);
    }

    @Override
    public void violated(String key, Certainty certainty, String message, List<String> names, Site site, List<Violation.Step> steps) {
        log.add("! " + message + " " + names + (certainty == Certainty.WITNESSED ? "" : " " + certainty)
                + steps.stream().map(step -> " <" + step.names() + ">").collect(Collectors.joining()));
    }

    @Override
    public void unproved(Unproved question, String message, List<String> names, Site site, List<Violation.Step> steps) {
        violated("residual.check", Certainty.UNPROVED, message, names, site, steps);
    }

    @Override
    public void touchedByUnaware(Site site) {
        log.add("unaware " + site.name());
    }

    @Override
    public void mayBeFrozen(Site site) {
        log.add("perhaps frozen");
    }

    @Override
    public void usedAfterMove(Site use, List<Site> handOvers) {
        asked.add(use.id() + " after " + handOvers.stream().map(Site::id).toList());
    }

    @Override
    public void cameBack(Site lent) {
        asked.add(lent.id() + " came back");
    }

    @Override
    public void frozenByOwnership(Site site) {
        log.add("owned");
    }

    @Override
    public void proved(Site site) {
        log.add("proved");
    }
}
