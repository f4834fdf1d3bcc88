package evenlight.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCsvTest {
  private static final String TOWER = "\"Tower & <sky>, \"\"50%\"\" #1_a|b\",";
  private static final String FILES = "\"a.png; b;\"\"c\"\".png\",";

  @Test
  void of_smallTable_isRfc4180WithFullPrecision() {
    assertThat(ScoreCsv.of(SmallTable.table()))
        .isEqualTo(
            String.join(
                "\r\n",
                "method,scene,sources,mef_ssim,mef_ssim_s1,mef_ssim_s2,mef_ssim_s3,psnr,loe,"
                    + "seconds,caveats,error",
                "lcndr," + TOWER + FILES + "0.98,0.99,0.98,0.97,21.5,150.0,0.125,,",
                "lcndr,Night,"
                    + FILES
                    + "0.9,,,,,100.0,0.125,"
                    + "\"psnr: the image equals the ground truth, no ratio\",",
                "lcndr,Sea," + FILES + "0.95,,,,20.25,-0.004,0.125,,",
                "average_2," + TOWER + FILES + "0.98,,,,19.0,300.0,0.125,,",
                "average_2,Night,a.png; b.png,,,,,,,,,\"no, it <failed>\nhere\"",
                "average_2,Sea," + FILES + "0.3333333333333333,,,,18.5,200.0,0.125,,",
                "m&m," + TOWER + FILES + "0.5,,,,22.0,50.0,0.125,,",
                "m&m,Night," + FILES + "0.6,,,,23.0,60.0,0.125,,",
                "m&m,Sea," + FILES + "0.7,,,,24.0,70.0,0.125,,",
                ""));
  }

  @Test
  void write_file_holdsTheTextInUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("scores.csv");
    ScoreCsv.write(SmallTable.table(), file);
    assertThat(Files.readString(file)).isEqualTo(ScoreCsv.of(SmallTable.table()));
  }
}
