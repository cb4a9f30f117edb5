// PlaylistShare.java
import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Cown;
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;

public class PlaylistShare {
    static final class Playlist {
        final List<String> songs = new ArrayList<>();
    }

    Cown<Playlist> share(String first) {
        Region<Playlist> region = Region.create("playlist", Playlist::new);
        try (Borrow<Playlist> playlist = region.borrow()) {
            playlist.get().songs.add(first);
            return Cown.of(region);
        }
    }
}
