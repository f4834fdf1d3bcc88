package evenlight.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import evenlight.image.metadata.ExifSketch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShotReaderTest {
  private static final int MODEL = 272;
  private static final int ORIENTATION = 274;
  private static final int TAKEN = 36867;

  @TempDir Path folder;

  private Path photo(String name, int seed, double gain) throws IOException {
    Random random = new Random(seed);
    byte[] plane = new byte[96 * 128];
    for (int i = 0; i < plane.length; i++) {
      boolean sameBlock = i % 8 != 0 && i / 128 % 8 != 0;
      plane[i] =
          sameBlock
              ? plane[i / 128 % 8 == 0 ? i : i - 1]
              : (byte) Math.min(gain * 200 * random.nextDouble(), 255);
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Photos.write(new Photo(Image.ofBytes(96, 128, plane, plane, plane), 8), file);
    return file;
  }

  @Test
  void read_exif_tellsTheShot() throws IOException {
    Path file =
        ExifSketch.exposed(1, 50, 4, 200)
            .text(MODEL, "One")
            .number(ORIENTATION, 6)
            .text(TAKEN, "2024:05:01 10:20:30")
            .into(photo("a.jpg", 1, 1));

    Shot shot = ShotReader.read(List.of(file)).shots().get(0);

    assertThat(shot.camera()).isEqualTo("One");
    assertThat(shot.taken()).hasValue(LocalDateTime.of(2024, 5, 1, 10, 20, 30));
    assertThat(shot.exposureSeconds()).hasValue(0.02);
    assertThat(shot.ev().getAsDouble())
        .isCloseTo(Math.log(0.02 * 2 / 16) / Math.log(2), within(1e-9));
    assertThat(shot.orientation()).isEqualTo(6);
    assertThat(List.of(shot.height(), shot.width())).containsExactly(96, 128);
  }

  @Test
  void read_noExif_tellsTheSizeOfAnyFormat() throws IOException {
    List<Path> files = List.of(photo("a.png", 1, 1), photo("a.tif", 1, 1), photo("a.jpg", 1, 1));

    assertThat(ShotReader.read(files).shots())
        .containsExactlyElementsOf(files.stream().map(file -> Shot.untold(file, 96, 128)).toList());
  }

  @Test
  void read_apertureNowAndThen_leavesExposuresWithoutItOpen() throws IOException {
    Path whole = ExifSketch.exposed(1, 50, 4, 200).into(photo("a.jpg", 1, 1));
    Path part = new ExifSketch().time(1, 50).number(34855, 200).into(photo("b.jpg", 1, 1));

    assertThat(ShotReader.read(List.of(whole, part)).shots().get(1).ev()).isEmpty();
    assertThat(ShotReader.read(List.of(part)).shots().get(0).ev()).isPresent();
  }

  @Test
  void read_brokenFile_isNamedAndTheOthersAreRead() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jpg"), "no picture");

    ShotReader.Shots read = ShotReader.read(List.of(broken, photo("a.png", 1, 1)));

    assertThat(read.shots()).hasSize(1);
    assertThat(read.unreadable()).extracting(ShotReader.Unreadable::file).containsExactly(broken);
    assertThat(read.unreadable().get(0).reason()).contains("broken.jpg");
  }

  @Test
  void looks_exposuresOfOneViewAndAnother_areToldApart() throws IOException {
    List<Path> files =
        List.of(photo("a.png", 1, 0.4), photo("b.jpg", 1, 1.1), photo("c.png", 2, 0.4));
    List<Shot> shots = ShotReader.read(files).shots();
    PhotoLooks looks = new PhotoLooks();

    Look dark = looks.at(shots.get(0));

    assertThat(dark.likeness(looks.at(shots.get(1))).getAsDouble()).isGreaterThan(0.8);
    assertThat(dark.likeness(looks.at(shots.get(2))).getAsDouble()).isLessThan(0.2);
    assertThat(looks.at(shots.get(1)).stops() - dark.stops()).isBetween(2.0, 4.0);
  }

  @Test
  void files_hiddenOthersAndTheOutput_areLeftOut() throws IOException {
    Path a = photo("DCIM/100/a.jpg", 1, 1);
    photo("DCIM/.trash/b.jpg", 1, 1);
    photo("DCIM/__MACOSX/b.jpg", 1, 1);
    photo("DCIM/out/c.png", 1, 1);
    photo("DCIM/._a.jpg", 1, 1);
    Files.writeString(folder.resolve("DCIM/x.CR2"), "raw");

    CardFiles files =
        CardFiles.in(
            List.of(folder.resolve("DCIM"), folder.resolve("DCIM/100")),
            Optional.of(folder.resolve("DCIM/out")));

    assertThat(files.photographs()).containsExactly(a);
    assertThat(files.others()).containsExactly(".cr2");
  }

  @Test
  void files_noneOrNoFolder_isAnError() throws IOException {
    Path file = photo("a.jpg", 1, 1);
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> CardFiles.in(List.of(empty), Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "there must be photographs (png, jpg, tif) in " + empty + ", but there are none");
    assertThatThrownBy(() -> CardFiles.in(List.of(file), Optional.empty()))
        .hasMessage("a card must be a folder, but " + file + " is a file");
    assertThatThrownBy(() -> CardFiles.in(List.of(folder.resolve("no")), Optional.empty()))
        .hasMessageEndingWith("does not exist");
  }

  @Test
  void find_filesOfACardWithExif_findsTheirSets() throws IOException {
    int[] denominators = {60, 240, 15};
    for (int i = 0; i < 8; i++) {
      for (int k = 0; k < 3; k++) {
        String taken = "2024:05:01 10:%02d:%02d".formatted(i / 2, 30 * (i % 2) + k);
        ExifSketch.exposed(1, denominators[k], 4, 200)
            .text(MODEL, "One")
            .text(TAKEN, taken)
            .into(photo("%s%d.jpg".formatted("cab".charAt(k), i), i, 15.0 / denominators[k]));
      }
      ExifSketch.exposed(1, 60, 4, 200)
          .text(MODEL, "Two")
          .text(TAKEN, "2024:05:01 10:00:%02d".formatted(i))
          .into(photo("p%d.jpg".formatted(i), 100 + i, 1));
    }

    List<Path> files = CardFiles.in(List.of(folder), Optional.empty()).photographs();
    FoundCard card =
        new SetFinder(Grouping.by(Grouping.Rule.AUTO), new PhotoLooks())
            .find(ShotReader.read(files).shots());

    assertThat(card.sets()).hasSize(8);
    for (int i = 0; i < 8; i++) {
      assertThat(card.sets().get(i).shots())
          .extracting(Shot::name)
          .containsExactly("c%d.jpg".formatted(i), "a%d.jpg".formatted(i), "b%d.jpg".formatted(i));
    }
    assertThat(card.singles()).extracting(single -> single.shot().camera()).containsOnly("Two");
  }
}
