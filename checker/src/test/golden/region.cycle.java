// FolderTree.java
import dev.lungfish.runtime.Child;
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;

public class FolderTree {
    static final class Folder {
        final List<String> files = new ArrayList<>();
    }

    void arrange() {
        Region<Folder> home = Region.create("home", Folder::new);
        Region<Folder> photos = Region.create("photos", Folder::new);
        Child<Folder> inHome = photos.attachTo(home);
        home.attachTo(inHome);
    }
}
