package evenlight.evaluation.report;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, with what tests ask of a page. */
final class Browser implements AutoCloseable {
  /** Warns that there are no bindings for the protocol of just this Chromium; none are used. */
  private static final Logger PROTOCOL = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts with a new profile in a folder. */
  static Browser start(Path profile) {
    PROTOCOL.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** Opens a page at a width of the window. */
  void open(Path page, int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
    driver.get("about:blank");
    driver.get(page.toUri().toString());
  }

  WebElement first(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  Actions actions() {
    return new Actions(driver);
  }

  /** The value of an expression of JavaScript once it is true, or after five seconds. */
  boolean becomes(String expression) {
    return (Boolean)
        java.util.Objects.requireNonNull(
            driver.executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                const end = performance.now() + 5000;
                const look = () => {
                  const value = Boolean(%s);
                  if (value || performance.now() > end) done(value); else requestAnimationFrame(look);
                };
                look();
                """
                    .formatted(expression)));
  }

  /** The value of an expression of JavaScript as text. */
  String text(String expression) {
    return String.valueOf(driver.executeScript("return String(" + expression + ")"));
  }

  /** Errors on the console, and what the page's policy forbade. */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().equals(Level.SEVERE))
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What was asked for besides pages on disk and data in the page. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("Network.requestWillBeSent\""))
        .filter(message -> message.matches("(?s).*\"url\":\"(https?|wss?|ftp):.*"))
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
