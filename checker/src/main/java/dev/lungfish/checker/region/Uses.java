package dev.lungfish.checker.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What may be done with a value where it is used ({@code static-core.md} 4.1). */
final class Uses {
    /** How many hand-overs one message names. */
    private static final int MOST_HAND_OVERS = 3;

    private final MethodContext method;
    /** Where the elements of a collection leave one by one: who only counts them never meets who has one. */
    private final Map<Integer, Set<Integer>> elementsLeft = new HashMap<>();
    private final Journal journal;

    Uses(MethodContext method, Journal journal) {
        this.method = method;
        this.journal = journal;
    }

    State use(State state, RegionOp.Use op) {
        int element = op.e();
        Access access = op.access();
        Site site = op.site();
        if (!state.partition().contains(element)) {
            return state;
        }
        // What is touched while a lock is held may be ordered by it: which lock the other side holds is not known here, so it is never certain.
        boolean isLocked = !state.open().isEmpty();
        // Who gets all of it goes on without these locks.
        Set<RegionKey> locks = op.touch().isWhole() ? Set.of() : heldIn(state);
        Touch touch = isLocked && !op.touch().isNothing() ? Touch.ANYTHING.under(locks) : op.touch();
        if (op.itself() && method.isFormal(element)) {
            used(state, element, access, touch);
        } else {
            recordFormals(state, element, access, touch);
        }
        if (access.compareTo(Access.IDENTITY) <= 0) {
            return state;
        }
        State present = requirePresent(state, element, access, op.touch().under(locks), site, unconcerned(state, op), null);
        Label label = present.partition().labelOf(element);
        if (present == state && access == Access.WRITE && label instanceof Label.Shared) {
            requireTakenOut(state, element, site);
        }
        State open = requireBorrowed(present, element, label, access, site);
        if (access == Access.WRITE && (label instanceof Label.Frozen || label instanceof Label.MaybeFrozen)) {
            journal.violated("frozen.write", label.isFrozen() ? Certainty.WITNESSED : Certainty.POSSIBLE, "frozen.write",
                    List.of(method.nameOf(element)), site, frozenSteps(open, element, site));
            if (!label.isFrozen()) {
                journal.mayBeFrozen(site);
            }
        }
        return open;
    }

    /** What somebody froze, or was promised to be frozen, must not get a name through which it may be written. */
    void requireWritable(State state, RegionOp.StoreWritable op) {
        Partition partition = state.partition();
        if (partition.contains(op.e()) && partition.labelOf(op.e()).isFrozen() && partition.state(op.e()).dirty() != null) {
            journal.violated("frozen.write", Certainty.WITNESSED, "frozen.write.stored", List.of(method.nameOf(op.e()), op.place()), op.site(),
                    frozenSteps(state, op.e(), op.site()));
        }
    }

    /** What was read out of a container that others see is still in there; a lock that is held may be the one that protects it. */
    private void requireTakenOut(State state, int element, Site site) {
        Site read = state.partition().state(element).dirty();
        if (read == null || !read.what().startsWith(Site.PEEKED) || !state.open().isEmpty()) {
            return;
        }
        String key = read.what().equals(Site.PEEKED) ? "region.not.open" : "isolated.aliased";
        Certainty certainty = method.mayProtectItself(read.element()) ? Certainty.POSSIBLE : Certainty.WITNESSED;
        journal.violated(key, certainty.and(site.certainty()), key + ".content", List.of(method.nameOf(element)), site,
                List.of(new Violation.Step(read.what(), List.of(method.nameOf(read.element()), read.name()), read.at())));
    }

    /** The hand-overs that such a use does not meet: those of the elements of what is only counted, and those of an object that has ended since. */
    private Set<Integer> unconcerned(State state, RegionOp.Use op) {
        State.Handle.Ended needed = op.itself() ? State.Handle.Ended.ITSELF : State.Handle.Ended.ALL;
        Set<Integer> found = new HashSet<>(op.itself() ? elementsLeft.getOrDefault(op.e(), Set.of()) : Set.of());
        for (OutEntry out : state.partition().state(op.e()).outs()) {
            if (state.ended(op.e(), out).compareTo(needed) >= 0) {
                found.add(out.site().id());
            }
        }
        return found;
    }

    State requirePresent(State state, int element, Access access, Touch touch, Site site) {
        return requirePresent(state, element, access, touch, site, null);
    }

    State requirePresent(State state, int element, Access access, Touch touch, Site site, Portion portion) {
        return requirePresent(state, element, access, touch, site, Set.of(), portion);
    }

    /** A walk hands the elements of a collection out here, one by one. */
    void elementLeaves(int collection, Site site) {
        elementsLeft.computeIfAbsent(method.walkedBy(collection), e -> new HashSet<>()).add(site.id());
    }

    /**
     * The value must be here: not moved, and not lent but for reading or to somebody who touches other fields, or another portion than this one, or by
     * a hand-over that is of no concern. Returns the state in which it is told.
     */
    private State requirePresent(State state, int element, Access access, Touch touch, Site site, Set<Integer> unconcerned, Portion portion) {
        RegionState region = state.partition().state(element);
        List<OutEntry> away = new ArrayList<>();
        Certainty meets = Certainty.UNPROVED;
        for (OutEntry out : region.outs()) {
            Certainty one = meets(state, element, touch, site, out);
            if (!unconcerned.contains(out.site().id()) && out.isActive(state.facts()) && !isOwnStage(out, element, site) && !out.isApartFrom(portion) && !(out.readOnly() && access == Access.READ) && one != Certainty.UNPROVED) {
                away.add(one.compareTo(meets) < 0 ? 0 : away.size(), out);
                meets = one.compareTo(meets) < 0 ? one : meets;
            }
        }
        if (away.isEmpty()) {
            return state;
        }
        OutEntry first = away.get(0);
        String key = switch (first.kind()) {
            case SLOT -> "isolated.aliased";
            case STAGE -> "two.consumers";
            case MOVE, LEND, TASK -> "use.after.move";
        };
        String message = switch (first.kind()) {
            case SLOT -> "isolated.aliased.stored";
            case STAGE -> "two.consumers";
            case MOVE -> first.site().id() == site.id() ? "use.after.move.again" : "use.after.move";
            case LEND, TASK -> first.site().id() == site.id() ? "use.after.move.again" : "use.after.move.lent";
        };
        if (message.equals("use.after.move") && method.nameOf(element).equals(method.nameOf(first.site().element()))) {
            message = "use.after.move.same";
        }
        List<Violation.Step> steps = new ArrayList<>(method.connection(first.site().element(), element, site));
        // What connects two names must be shown: where nothing can be, unknown code came between, or the way is too long to be sure of.
        boolean isUnexplained = steps.isEmpty() && first.site().element() != element && !method.nameOf(element).equals(method.nameOf(first.site().element()))
                && !(isOwn(state, element) && method.isSeenIn(first.site().element(), element));
        boolean isVague = isUnexplained || method.isOpaque(first.site().element()) || method.isOpaque(element) || method.shareOnlyAPart(first.site().element(), element);
        Certainty certainty = isVague ? Certainty.POSSIBLE : Certainty.WITNESSED;
        away.stream().map(OutEntry::site).distinct().limit(MOST_HAND_OVERS)
                .forEach(out -> steps.add(new Violation.Step(out.what(), List.of(method.nameOf(out.element()), out.name()), out.at())));
        journal.violated(key, certainty.and(meets).and(first.site().certainty()), message, List.of(method.nameOf(element), method.nameOf(first.site().element())), site, steps);
        if (key.equals("use.after.move") && site.certainty() == Certainty.WITNESSED) {
            journal.usedAfterMove(site, away.stream().filter(out -> isSureHandOver(out, meets(state, element, touch, site, out))).map(OutEntry::site).toList());
        }
        TreeSet<OutEntry> rest = new TreeSet<>(region.outs());
        rest.removeAll(away);
        return state.with(state.partition().update(element, r -> r.withOuts(rest)));
    }

    /** A hand-over of this body, after which the use is wrong for certain if the path came by: which names it took along can be asked then. */
    private static boolean isSureHandOver(OutEntry out, Certainty meets) {
        boolean given = out.kind() == OutEntry.Kind.MOVE || out.kind() == OutEntry.Kind.LEND;
        return given && meets == Certainty.WITNESSED && out.site().certainty() == Certainty.WITNESSED;
    }

    /** A stage whose function knows the box itself: one consumer, not two. */
    private static boolean isOwnStage(OutEntry out, int element, Site site) {
        return out.kind() == OutEntry.Kind.STAGE && out.site().element() != element && out.site().name().equals(site.name());
    }

    /**
     * What was this method's own and given away belongs to the other side with all its parts. Of anything else, the fields decide; and where a
     * part of it was given away as a whole, whether a field of another object is in that part is not known. That a task over this object may
     * touch something of it is told where the task is started, once; started again, it may as well run after the first, and
     * a lock that is held here may be what orders the two.
     */
    private Certainty meets(State state, int element, Touch touch, Site site, OutEntry out) {
        if (touch.isApartByLock(out.touch())) {
            return Certainty.UNPROVED;
        }
        boolean own = isOwn(state, element);
        if (own && out.touch().gives()) {
            return Certainty.WITNESSED;
        }
        Certainty meets = touch.meets(out.touch());
        boolean again = out.kind() == OutEntry.Kind.TASK && out.site().id() == site.id();
        boolean vague = meets == Certainty.POSSIBLE && (!own || out.kind() == OutEntry.Kind.TASK);
        boolean toldAtStart = (vague || again || !state.open().isEmpty()) && !out.touch().isWhole() && !out.touch().gives();
        if (toldAtStart) {
            return Certainty.UNPROVED;
        }
        boolean holder = method.isFormal(element) && !method.isFormal(out.site().element());
        boolean anotherPart = !own && out.touch().isWhole() && (touch.rest() == Touch.Rest.NOTHING || holder) && out.site().element() != element;
        return anotherPart ? meets.and(Certainty.POSSIBLE) : meets;
    }

    /** The locks that nobody else holds now. */
    private static Set<RegionKey> heldIn(State state) {
        return state.open().keySet().stream().filter(key -> key.kind() == RegionKey.Kind.LOCK && !key.isUnnamed() && state.isOpen(key, RegionKey.Mode.WRITE))
                .collect(Collectors.toSet());
    }

    private boolean isOwn(State state, int element) {
        return state.partition().labelOf(element) instanceof Label.Free && state.partition().members(element).stream().noneMatch(method::isUnderConstruction);
    }

    private State requireBorrowed(State state, int element, Label label, Access access, Site site) {
        if (label instanceof Label.In in) {
            // Which lock is held was asked where this was read out of the region.
            return isUnnamedHeld(state) ? state : requireOpen(state, in.region(), access == Access.WRITE ? RegionKey.Mode.WRITE : RegionKey.Mode.READ,
                    method.elementOfBase(in.region()), site);
        } else if (label instanceof Label.Was was) {
            escaped(element, was, site);
            return state.with(state.partition().update(element, r -> r.withLabel(Label.FREE)));
        } else if (label instanceof Label.Conflict conflict) {
            State next = state;
            for (Label one : conflict.labels()) {
                if (one instanceof Label.Was was) {
                    escaped(element, was, site);
                    return next.with(next.partition().update(element, r -> r.withLabel(Label.FREE)));
                }
                next = requireBorrowed(next, element, one, access, site);
            }
            return next;
        }
        return state;
    }

    void escaped(int element, Label.Was was, Site site) {
        journal.violated("region.escape", was.claim().certainty(), worded("region.escape.used", was.claim()),
                List.of(method.nameOf(element), was.region().shown()), site, method.origin(element, was.region(), site));
    }

    /** What is stored outside of the region in which it lives. */
    void stored(int element, Label.In in, String holder, Site site) {
        journal.violated("region.escape", in.claim().certainty(), worded("region.escape.stored", in.claim()),
                List.of(method.nameOf(element), in.region().shown(), holder), site, method.origin(element, in.region(), site));
    }

    /** The words for a violation that rests on this claim. */
    static String worded(String message, Claim claim) {
        return claim == Claim.PERHAPS ? message + ".perhaps" : message;
    }

    /** The region must be open in this mode; where the callers can be asked, it counts as open from here on. */
    State requireOpen(State state, RegionKey region, RegionKey.Mode mode, int owner, Site site) {
        if (state.isOpen(region, mode) || ownerIsFree(state, owner)) {
            return state;
        }
        if (method.mayRequire(region) && !state.open().containsKey(region)) {
            journal.required(region, mode, site);
            return state;
        }
        if (region.kind() == RegionKey.Kind.LOCK && method.mayBeHeld(state.open().keySet(), site)) {
            journal.unproved(Unproved.HELD, "residual.check.held", List.of(method.nameOf(site.element()), region.shown()), site, List.of());
            return state;
        }
        boolean otherMode = state.open().containsKey(region);
        boolean perhapsHeld = !otherMode && region.kind() == RegionKey.Kind.LOCK && mayBeHeld(state, region);
        String key = region.kind() == RegionKey.Kind.COWN ? "cown.not.acquired" : "region.not.open";
        boolean isCall = site.what().equals("step.called") && region.kind() == RegionKey.Kind.LOCK && !otherMode;
        String message = key + (perhapsHeld ? ".given" : otherMode ? ".write" : region.kind() == RegionKey.Kind.REGION ? ".region" : isCall ? ".called" : "");
        journal.violated(key, perhapsHeld ? Certainty.POSSIBLE : Certainty.WITNESSED, message,
                List.of(isCall && !perhapsHeld ? site.name() : method.nameOf(site.element()), region.shown()), site, List.of());
        return state;
    }

    /** Whether a lock that is held may be this one under another name: one of the two was made elsewhere. */
    private boolean mayBeHeld(State state, RegionKey region) {
        List<RegionKey> held = state.open().keySet().stream().filter(key -> key.kind() == RegionKey.Kind.LOCK).toList();
        return !held.isEmpty() && (method.mayHaveOtherNames(region) || held.stream().anyMatch(method::mayHaveOtherNames));
    }

    private static boolean isUnnamedHeld(State state) {
        return state.open().keySet().stream().anyMatch(RegionKey::isUnnamed);
    }

    /** An object that nobody else can reach needs no lock. */
    boolean ownerIsFree(State state, int owner) {
        if (owner == RegionOp.NONE || !state.partition().contains(owner)) {
            return false;
        }
        RegionState region = state.partition().state(owner);
        return (region.label() instanceof Label.Free || method.isUnderConstruction(owner)) && region.outs().stream().noneMatch(out -> out.isActive(state.facts()));
    }

    /** Who may still reach a region, for messages. */
    String ownerOf(Label label) {
        if (label instanceof Label.Caller caller) {
            return method.nameOf(caller.formals().first());
        } else if (label instanceof Label.In in) {
            return in.region().shown();
        } else if (label instanceof Label.Was was) {
            return was.region().shown();
        }
        return "";
    }

    private void recordFormals(State state, int element, Access access, Touch touch) {
        for (int member : state.partition().members(element)) {
            if (method.isFormal(member)) {
                used(state, member, access, touch);
            }
        }
    }

    private void used(State state, int formal, Access access, Touch touch) {
        int loan = method.loanTo(formal);
        if (loan != RegionOp.NONE && state.partition().contains(loan) && !state.partition().hasLeft(loan)) {
            journal.usedAtTheEnd(formal, access, touch);
        } else {
            journal.used(formal, access, touch);
        }
    }

    private List<Violation.Step> frozenSteps(State state, int element, Site site) {
        RegionState region = state.partition().state(element);
        return region.dirty() == null ? List.of() : List.of(new Violation.Step(region.dirty().what(),
                List.of(method.nameOf(region.dirty().element()), region.dirty().name()), region.dirty().at()));
    }
}
