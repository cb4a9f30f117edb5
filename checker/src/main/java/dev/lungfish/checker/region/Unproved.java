package dev.lungfish.checker.region;

/** The questions that the analysis can leave open. Each but the last has a check at run time that answers it. */
public enum Unproved {
    /** Does anything from outside still refer into the region that leaves or freezes? */
    ISOLATED,
    /** Does any object belong to two of the parts that go to different owners? */
    DISJOINT,
    /** Is the lock that is held, and has no name, the one that guards what is touched? */
    HELD,
    /** Do bodies that run at once write different places of one array? Nothing at run time can tell at a bearable price. */
    RUNS_APART
}
