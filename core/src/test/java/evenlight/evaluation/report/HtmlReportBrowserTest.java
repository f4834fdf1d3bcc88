package evenlight.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportBrowserTest {
  private static final String TOWER = "#scene-1";

  /** The pixels that the two details of all pictures of the first scene show. */
  private static final String DETAILS =
      "[...document.querySelectorAll('#scene-1 canvas')].map(c => c.toDataURL()).join()";

  private static final String DRAWN =
      "[...document.querySelectorAll('#scene-1 canvas')].every(c =>"
          + " c.getContext('2d').getImageData(9, 9, 1, 1).data[3] === 255)";

  private Path page;
  private Browser browser;

  @BeforeAll
  void start(@TempDir Path profile, @TempDir Path folder) throws IOException {
    page = folder.resolve("a report & more.html");
    new HtmlReport(SmallPictures::map).write(SmallTable.table(), new SmallPictures(), page);
    browser = Browser.start(profile);
  }

  @BeforeEach
  void open() {
    browser.open(page, 1280);
    assertThat(browser.becomes(DRAWN)).isTrue();
  }

  @AfterEach
  void hasNeitherErrorsNorRequests() {
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @AfterAll
  void stop() {
    browser.close();
  }

  @Test
  void open_tables_holdMeansCountsChancesAndMarks() {
    List<WebElement> rows = browser.all("#means .wide:first-of-type tbody tr");
    assertThat(rows.get(0).getText()).isEqualTo("MEF-SSIM ↑ 0.9433 0.6567 0.6000");
    assertThat(rows.get(1).getText()).isEqualTo("n 3 2 3");
    assertThat(rows.get(2).getText()).isEqualTo("p – 0.617 0.250");
    assertThat(browser.first("#means td.best").getText()).isEqualTo("0.9433");
    assertThat(browser.first("#means td.second").getText()).isEqualTo("0.6567");
    assertThat(browser.all(".plot svg .quartiles")).hasSize(9);
  }

  @Test
  void open_scene_showsNamesAndScores() {
    assertThat(browser.first(TOWER + " .name").getText()).isEqualTo(SmallTable.SCENE);
    assertThat(browser.all(TOWER + " tbody tr").get(0).getText())
        .isEqualTo("lcndr 0.9800 21.500 150.00 0.13");
    assertThat(browser.all(TOWER + " figcaption b"))
        .extracting(WebElement::getText)
        .containsExactly(
            "Source 1 (darkest)",
            "Source 2 (brightest)",
            "Ground truth",
            "lcndr",
            "average_2",
            "m&m");
  }

  @Test
  void open_sceneThatFailed_saysWhy() {
    assertThat(browser.first("#scene-2 summary").getText()).contains("failed: average_2");
    browser.first("#scene-2 summary").click();
    assertThat(browser.becomes("document.querySelector('#scene-2 td.error')")).isTrue();
    assertThat(browser.first("#scene-2 td.error").getText())
        .isEqualTo("failed: no, it <failed> here");
    assertThat(browser.all("#scene-2 figure")).hasSize(5);
  }

  @Test
  void open_sceneWithoutPictures_saysWhy() {
    browser.first("#scene-3 summary").click();
    assertThat(browser.becomes("document.querySelector('#scene-3 p.error')")).isTrue();
    assertThat(browser.first("#scene-3 p.error").getText())
        .isEqualTo("The pictures could not be read: gone: <sea>.png");
  }

  @Test
  void slider_drag_movesTheCut() {
    WebElement slider = browser.first(TOWER + " .stage input");
    int quarter = slider.getSize().getWidth() / 4;
    browser
        .actions()
        .moveToElement(slider)
        .clickAndHold()
        .moveByOffset(quarter, 0)
        .release()
        .perform();
    assertThat(Double.parseDouble(cut())).isBetween(74.0, 76.0);
  }

  @Test
  void slider_arrowKeys_moveTheCut() {
    browser.first(TOWER + " .stage input").sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    assertThat(cut()).isEqualTo("48");
  }

  @Test
  void comparison_otherChoice_showsThatPicture() {
    String same =
        "document.querySelector('#scene-1 .stage .left').src"
            + " === document.querySelectorAll('#scene-1 .picture')[%d].src";
    assertThat(browser.text(same.formatted(3))).isEqualTo("true");
    browser.first(TOWER + " .compare select").sendKeys("m&m");
    assertThat(browser.text(same.formatted(5))).isEqualTo("true");
  }

  @Test
  void box_draggedOnOnePicture_movesDetailsOfAll() {
    String before = browser.text(DETAILS);
    WebElement box = browser.all(TOWER + " .box.green").get(4);
    int left = browser.all(TOWER + " .box.green").get(0).getLocation().getX();
    int away = left > 150 ? -60 : 60;
    browser.actions().moveToElement(box).clickAndHold().moveByOffset(away, 10).release().perform();
    assertThat(browser.all(TOWER + " .box.green").get(0).getLocation().getX() - left)
        .isBetween(Math.min(away, 0) - 1, Math.max(away, 0) + 1)
        .isNotZero();
    assertAllChanged(before, "green");
  }

  @Test
  void box_arrowKey_movesDetailsOfAll() {
    String before = browser.text(DETAILS);
    browser.first(TOWER + " .box.red").sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_LEFT));
    browser.first(TOWER + " .box.red").sendKeys(Keys.ARROW_RIGHT);
    assertAllChanged(before, "red");
  }

  @Test
  void picture_clicked_bringsTheBoxThere() {
    String before = browser.text(DETAILS);
    WebElement frame = browser.first(TOWER + " .frame");
    int left = -frame.getSize().getWidth() / 2 + 2;
    int top = -frame.getSize().getHeight() / 2 + 2;
    browser.actions().moveToElement(frame, left, top).click().perform();
    assertThat(
            browser.text("document.querySelector('#scene-1 .view').style.getPropertyValue('--x0')"))
        .isEqualTo("0.00000");
    assertAllChanged(before, "red");
  }

  @Test
  void toggle_pressed_showsMapsAndLegend() {
    WebElement map = browser.first(TOWER + " .map");
    assertThat(browser.all(TOWER + " .map")).hasSize(3);
    assertThat(map.isDisplayed()).isFalse();
    browser.first(TOWER + " .toggle").click();
    assertThat(map.isDisplayed()).isTrue();
    assertThat(browser.first(TOWER + " .legend").isDisplayed()).isTrue();
    assertThat(browser.first(TOWER + " .toggle").getAttribute("aria-pressed")).isEqualTo("true");
    assertThat(browser.becomes("document.querySelector('#scene-1 .map').naturalWidth === 110"))
        .isTrue();
  }

  @Test
  void link_toScene_opensIt() {
    browser.first("#means details.table summary").click();
    browser.all("#means details.table a").get(1).click();
    assertThat(browser.becomes("document.querySelector('#scene-2').open")).isTrue();
  }

  @Test
  void open_onAPhone_doesNotOverflow() {
    browser.open(page, 390);
    assertThat(browser.becomes(DRAWN)).isTrue();
    browser.first("#means details.table summary").click();
    assertThat(browser.text("document.documentElement.scrollWidth")).isEqualTo("390");
  }

  private String cut() {
    return browser
        .text("document.querySelector('#scene-1 .stage').style.getPropertyValue('--cut')")
        .replace("%", "");
  }

  /** Every picture's detail of one colour changed and the other stayed. */
  private void assertAllChanged(String before, String colour) {
    assertThat(browser.becomes(DETAILS + " !== '" + before + "'")).isTrue();
    String[] was = before.split(",data", -1);
    String[] is = browser.text(DETAILS).split(",data", -1);
    for (int i = 0; i < was.length; i++) {
      boolean changed = !is[i].equals(was[i]);
      assertThat(changed).isEqualTo((i % 2 == 0) == colour.equals("red"));
    }
  }
}
