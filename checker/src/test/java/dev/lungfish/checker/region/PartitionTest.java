package dev.lungfish.checker.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What each operation of the partition does, as printed. */
class PartitionTest {
    private static Partition of(int... elements) {
        Partition partition = Partition.EMPTY;
        for (int element : elements) {
            partition = partition.fresh(element, Label.FREE);
        }
        return partition;
    }

    @Test
    void fresh_startsARegion_alsoForAnElementThatWasElsewhere() {
        assertEquals("{2 free} {5 caller[1]}", of(2).fresh(5, Label.caller(1)).toString());
        assertEquals("{2 shared} {5 free}", of(2, 5).merge(2, 5).fresh(2, Label.SHARED).toString());
    }

    @Test
    void assign_leavesOneRegionAndJoinsTheOther() {
        Partition three = of(1, 2, 3).merge(1, 2);
        assertEquals("{1 free} {2 3 free}", three.assign(2, 3).toString());
        assertEquals("{1 3 free} {2 free}", three.assign(1, 3).toString());
        assertEquals("{1 2 4 free} {3 free}", three.assign(4, 2).toString());
        assertEquals("{0 1 2 free} {3 free}", three.assign(0, 2).toString());
        assertSame(three, three.assign(2, 2));
    }

    @Test
    void assign_fromItsOwnRegion_changesNothing() {
        Partition two = of(1, 2).merge(1, 2);
        assertEquals(two, two.assign(1, 2));
        assertEquals(two, two.assign(2, 1));
    }

    @Test
    void drop_renumbersTheRegionWhoseLeastElementGoes_andKeepsItsState() {
        Partition moved = of(1, 2, 3).merge(1, 3).fresh(1, Label.SHARED).merge(1, 3);
        assertEquals("{1 3 shared} {2 free}", moved.toString());
        assertEquals("{2 free} {3 shared}", moved.drop(1).toString());
        assertEquals(3, moved.drop(1).regionOf(3));
        assertEquals("{2 free}", moved.drop(1).drop(3).toString());
        assertSame(moved, moved.drop(9));
    }

    @Test
    void keep_isDropOfAllOthers() {
        Partition many = of(1, 2, 3, 4).merge(1, 2).merge(3, 4);
        assertEquals("{2 free} {4 free}", many.keep(e -> e % 2 == 0).toString());
        assertEquals("", many.keep(e -> false).toString());
        assertSame(many, many.keep(e -> true));
    }

    @Test
    void merge_unitesLabels_andIsSymmetric() {
        Partition two = of(1).fresh(2, Label.caller(0));
        assertEquals("{1 2 caller[0]}", two.merge(1, 2).toString());
        assertEquals(two.merge(1, 2), two.merge(2, 1));
        assertSame(two.merge(1, 2).merge(1, 2).getClass(), Partition.class);
    }

    @Test
    void join_isTheLeastEquivalenceThatContainsBoth() {
        Partition left = of(1, 2, 3, 4).merge(1, 2);
        Partition right = of(1, 2, 3, 4).merge(2, 3);
        assertEquals("{1 2 3 free} {4 free}", left.join(right).toString());
        assertEquals("{1 2 free} {3 free} {4 free} {7 free}", left.join(of(7)).toString());
        assertEquals(left, left.join(Partition.EMPTY));
        assertEquals(left, Partition.EMPTY.join(left));
    }

    @Test
    void questions_haveAnswers() {
        Partition partition = of(1, 2, 3).merge(1, 3);
        assertTrue(partition.together(1, 3));
        assertFalse(partition.together(1, 2));
        assertFalse(partition.together(1, 99));
        assertFalse(partition.contains(99));
        assertEquals(List.of(1, 3), partition.members(3));
        assertEquals(List.of(1, 2), partition.allRegions());
        assertEquals(Label.FREE, partition.labelOf(2));
        assertFalse(partition.hasLeft(2));
        assertThrows(IllegalArgumentException.class, () -> partition.regionOf(99));
    }

    @Test
    void elements_areACopy() {
        Partition partition = of(1, 2);
        partition.elements()[0] = 7;
        assertEquals("{1 free} {2 free}", partition.toString());
    }
}
