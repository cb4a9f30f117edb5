package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.Date;

/*
 * Old dates are cloned in and out.
 * Verdict: derived.
 */
@Frozen
public record DateInRecordCloned(String name, Date born) { //! frozen.mutable.part
    public DateInRecordCloned {
        born = new Date(born.getTime());
    }
    @Override public Date born() { return new Date(born.getTime()); }
}
