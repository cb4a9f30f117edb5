package dev.lungfish.checker.model;

import java.util.List;

/**
 * One thing that a library method does to its receiver, its arguments or its result; one record for each word of a model file.
 * Immutable values. {@code docs/models.md} is the reference of the words.
 */
public sealed interface Effect {
    /** {@code read(P) write(P) ident(P) unused(P)}: a place that no such word mentions is read. */
    record Use(Place place, UseMode mode) implements Effect {
    }

    /** {@code merge(H,V)}: afterwards the holder may reach the value. */
    record Merge(Place holder, Place value) implements Effect {
    }

    /** {@code fill(H,V)}: afterwards the holder may reach the elements of the container V, not V itself. */
    record Fill(Place holder, Place source) implements Effect {
    }

    /** {@code fresh}: the result is new and nobody else has it. */
    record Fresh() implements Effect {
    }

    /** {@code same(P)}: the result is P, or one of the two reaches into the other. */
    record Same(Place place) implements Effect {
    }

    /** {@code copy(P)}: the result is a new mutable container of the same elements; joined to P only if they are mutable. */
    record Copy(Place place) implements Effect {
    }

    /** {@code frozencopy(P)}: the result is a new unmodifiable container of the same elements; frozen if they are. */
    record FrozenCopy(Place place) implements Effect {
    }

    /** {@code view(P)}: the result is an unmodifiable view of P. */
    record View(Place place) implements Effect {
    }

    /** {@code guarded(P)}: the result is a shell that synchronizes every access to the container P, not to its elements. */
    record Guarded(Place place) implements Effect {
    }

    /** {@code wraps(P)}: the result is a shell over P, exactly as safe for several threads as P is. */
    record Wraps(Place place) implements Effect {
    }

    /** {@code readswrite}: methods of the new object that look like reads write. */
    record ReadsWrite() implements Effect {
    }

    /** {@code frozen}: the result is deeply immutable. */
    record Frozen() implements Effect {
    }

    /** {@code global}: the result is reachable from static state of the library. */
    record Global() implements Effect {
    }

    /** {@code threadstate(P)}: P is, or becomes, state of the current thread: it may be used here but not moved. */
    record ThreadState(Place place) implements Effect {
    }

    /**
     * {@code move(P) move(P)? move(P)!E}: ownership of P leaves.
     *
     * @param keptOn exceptions after which the caller still owns P, by simple name; {@code *} for any
     */
    record Move(Place what, Guard when, List<String> keptOn) implements Effect {
        public Move {
            keptOn = List.copyOf(keptOn);
        }
    }

    /** {@code take}: the result left the container together with its ownership. */
    record Take() implements Effect {
    }

    /** {@code peek}: the result, or what it gives out, is a second name for an element that stays in the container. */
    record Peek() implements Effect {
    }

    /**
     * {@code lend(P,H..)}: P is lent until one of the handles completes; without a handle ({@code none}) for good.
     *
     * @param keptOn exceptions after which nothing was lent
     */
    record Lend(Place what, List<Place> handles, List<String> keptOn) implements Effect {
        public Lend {
            handles = List.copyOf(handles);
            keptOn = List.copyOf(keptOn);
        }
    }

    /**
     * {@code await(H) await(H)? await(H)+E}: the loan of the handle comes back.
     *
     * @param alsoOn exceptions on whose edge it comes back as well
     */
    record Await(Place handle, Guard when, List<String> alsoOn) implements Effect {
        public Await {
            alsoOn = List.copyOf(alsoOn);
        }
    }

    /** {@code awaitall(H)}: all loans of the handle come back, also many that were made at one place. */
    record AwaitAll(Place handle, Guard when, List<String> alsoOn) implements Effect {
        public AwaitAll {
            alsoOn = List.copyOf(alsoOn);
        }
    }

    /** {@code includes(P)}: the resulting handle completes only after the handle P (or each element of P). */
    record Includes(Place handle) implements Effect {
    }

    /** {@code completes(P)}: the handle P may now complete although its loans are not back (cancel, complete, a time limit). */
    record Completes(Place handle) implements Effect {
    }

    /** {@code waitsall}: waiting for the resulting handle waits for everything started through it. */
    record WaitsAll() implements Effect {
    }

    /** {@code serial}: what is run by the resulting handle is run one after the other. */
    record Serial() implements Effect {
    }

    /** {@code waitssome}: waiting for the resulting handle may end while something started through it still runs. */
    record WaitsSome() implements Effect {
    }

    /** {@code waitsas(P)}: the resulting handle waits as P does. */
    record WaitsAs(Place policy) implements Effect {
    }

    /**
     * {@code runs(P,KIND)}: how the function P (or each function in the collection P) is run.
     *
     * @param thread the name after {@code confined:}; empty for every other kind
     */
    record Runs(Place functional, RunKind kind, String thread) implements Effect {
    }

    /** {@code feeds(P,i,S)}: parameter i of the function P receives values of S. */
    record Feeds(Place functional, int parameter, Place source) implements Effect {
    }

    /** {@code yields(P,T)}: what the function P returns flows into T. */
    record Yields(Place functional, Place target) implements Effect {
    }

    /** {@code within(F,R)}: the function F runs while the region named by R is open. */
    record Within(Place functional, Place region) implements Effect {
    }

    /** {@code bin(F)}: the function F runs inside the container's own lock for its entry. */
    record Bin(Place functional) implements Effect {
    }

    /** {@code parallel}: functions given to the calls of the same chain run many at once, until {@link Sequential}. */
    record Parallel() implements Effect {
    }

    /** {@code sequential}: functions given to the calls of the same chain run one after the other. */
    record Sequential() implements Effect {
    }

    /** {@code content(B)}: the result is the content of the box B. */
    record Content(Place box) implements Effect {
    }

    /** {@code stage(B)}: this call consumes the content of the box B; a second one is {@code two.consumers}. */
    record Stage(Place box) implements Effect {
    }

    /** {@code boxes(P)}: P becomes the content of the resulting box (of {@code this} in a constructor). */
    record Boxes(Place value) implements Effect {
    }

    /** {@code opens(P,W|R|O) opens(P,W)?}: the region named by P is open from here on. */
    record Opens(Place region, OpenMode mode, Guard when) implements Effect {
    }

    /**
     * {@code closes(P) closes(P,W|R)}: the region named by P, or the one that the handle P keeps open, is closed once.
     *
     * @param mode the mode in which it was opened, or null for the strongest that there is
     */
    record Closes(Place region, OpenMode mode) implements Effect {
    }

    /** {@code single(P)}: what the row opens and closes counts only where P is seen to be made for one holder: {@code new Semaphore(1)}. */
    record Single(Place place) implements Effect {
    }

    /** {@code reopens(P)}: the region named by P is closed and opened again while the call waits. */
    record Reopens(Place region) implements Effect {
    }

    /** {@code lockview(R|W)}: the result is a lock object that opens the region named by {@code this} in that mode. */
    record LockView(OpenMode mode) implements Effect {
    }

    /** {@code validates(P)}: true says that what was read in the optimistic region P counts. */
    record Validates(Place region) implements Effect {
    }

    /** {@code acquires(P)}: the region named by P is open until the resulting handle is closed. */
    record Acquires(Place region, Guard when) implements Effect {
    }

    /** {@code inside(P)}: the result lies in the region that the handle P keeps open. */
    record Inside(Place handle) implements Effect {
    }

    /** {@code empties(P)}: the content is taken out of the region that the handle P keeps open; another one is due before it is closed. */
    record Empties(Place handle) implements Effect {
    }

    /** {@code fills(P)}: the region that the handle P keeps open has a content again. */
    record Fills(Place handle) implements Effect {
    }

    /** {@code nests(P,H)}: the region P becomes a child of the region H; P as a handle is dead, the result is the handle of the child. */
    record Nests(Place child, Place parent) implements Effect {
    }

    /** {@code freezes(P)}: P is frozen for good. */
    record Freezes(Place place) implements Effect {
    }

    /** The place has to be frozen already: it goes where frozen content is promised. */
    record FrozenOnly(Place place) implements Effect {
    }

    /** {@code outline(P)}: of the collection P only its own outline is touched - how many elements there are -, none of its elements. */
    record Outline(Place collection) implements Effect {
    }

    /** {@code countup(P)}: the barrier P waits for one party more, or for as many as the argument says. */
    record CountUp(Place latch) implements Effect {
    }

    /** {@code countdown(P)}: the latch P is counted down. */
    record CountDown(Place latch) implements Effect {
    }

    /** {@code awaitlatch(P)}: the loans whose bodies count the latch P down come back. */
    record AwaitLatch(Place latch, Guard when) implements Effect {
    }

    /** {@code unknown(P)}: code that nobody knows gets P and may keep it. */
    record Unknown(Place place) implements Effect {
    }

    /** {@code publishes(P)}: P becomes reachable from shared mutable state. */
    record Publishes(Place place) implements Effect {
    }

    /** {@code shared}: the receiver is a container that several threads use, its content needs a rule of its own. */
    record Shared() implements Effect {
    }

    /** {@code onlyon(NAME)}: called only on the named thread; an override's body runs there. */
    record OnlyOn(String thread) implements Effect {
    }

    /** {@code offthread}: the library calls an override of this method once, on a thread of its own. */
    record OffThread() implements Effect {
    }

    /**
     * {@code entry(KIND)}: how the library calls an override of this method.
     *
     * @param thread the name after {@code confined:}; empty for every other kind
     */
    record Entry(RunKind kind, String thread) implements Effect {
    }

    /** {@code isthread(NAME)}: true says that this code runs on the named thread. */
    record IsThread(String thread) implements Effect {
    }
}
