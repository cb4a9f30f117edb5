// ReportRows.java
import dev.lungfish.annotation.Moved;
import java.util.ArrayList;
import java.util.List;

public class ReportRows {
    private final List<String> rows = new ArrayList<>();

    void add(String row) {
        rows.add(row);
    }

    @Moved List<String> finish() {
        rows.add("end");
        return rows;
    }
}
