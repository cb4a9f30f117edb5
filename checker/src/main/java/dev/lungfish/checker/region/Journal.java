package dev.lungfish.checker.region;

import java.util.List;

/** What the semantics finds out on the way. Facts about the method are collected always, violations only in the sweep. */
public interface Journal {
    /** The formal is used, and these fields of it are touched. */
    void used(int formal, Access access, Touch touch);

    /** The same after the thread that the formal is has ended. */
    default void usedAtTheEnd(int formal, Access access, Touch touch) {
        used(formal, access, touch);
    }

    /** The formal ends up in this region. */
    void kept(int formal, RegionKey region);

    /** The formal becomes reachable from shared state. */
    void published(int formal);

    /**
     * The formal leaves: moved or lent out, to somebody who touches this of it.
     *
     * @param told whether it has been told where it leaves that those who have the formal may go on using it
     */
    void moved(int formal, Touch touch, Site site, boolean told);

    /** The formal may still be lent out when an exception ends the method. */
    void leftBehind(int formal);

    /** The formal is frozen. */
    void frozen(int formal);

    /** The formal goes into a place for frozen values. */
    void requiresFrozen(int formal);

    /** One formal keeps another. */
    void captured(int holder, int value, Site site);

    /** The region must be open where the method is called. */
    void required(RegionKey region, RegionKey.Mode mode, Site site);

    /** The region is opened, if {@code isOpened}, or is closed although nobody here has opened it: a caller has. */
    void turned(RegionKey region, boolean isOpened);

    /** Something is wrong. */
    void violated(String key, Certainty certainty, String message, List<String> names, Site site, List<Violation.Step> steps);

    /**
     * Here the proof ends: what is asked has to be answered at run time.
     *
     * @param message id of the headline; {@code message + ".why"} is the id of the reason
     */
    void unproved(Unproved question, String message, List<String> names, Site site, List<Violation.Step> steps);

    /** The run time has to answer for this region, and code that nobody analysed got a reference into it here. */
    void touchedByUnaware(Site site);

    /** A write to what is frozen on some paths only: the finding is told, and the run time can tell whether this was such a path. */
    void mayBeFrozen(Site site);

    /** The use is of what was handed over at these sites, if the path has come by one of them: the finding is told, and the run time can tell. */
    void usedAfterMove(Site use, List<Site> handOvers);

    /** What was lent at this site comes back on some path. */
    void cameBack(Site lent);

    /** A freeze of a region that was proved to be isolated. */
    void frozenByOwnership(Site site);

    /** A move that was proved to be of an isolated region. */
    void proved(Site site);
}
