using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Rendering;
using Mlops.Reporting.Rendering.JUnit;

namespace Mlops.Reporting.Tests.Rendering.JUnit;

public class JUnitRendererTests
{
    [Fact]
    public void ToJUnit_ASuiteWithEverything_IsTheFileThatServersRead() =>
        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <testsuites name="drift" tests="3" failures="1" errors="0" skipped="1" time="0">
              <testsuite name="drift.features" tests="2" failures="1" errors="0" skipped="0" time="0">
                <properties>
                  <property name="verdict" value="Fail" />
                  <property name="currentDigest" value="sha256:00ff" />
                </properties>
                <testcase name="income (values)" classname="drift.features" file="data/current.csv" time="0">
                  <failure message="The values moved: 0.3 &amp; more." type="Fail">Fail: The values moved: 0.3 &amp; more.
            reference: 10 rows
            current: 20 rows
            effect: 0.3125
            pValue: n/a
            upper: ∞</failure>
                </testcase>
                <testcase name="income (structure)" classname="drift.features" file="data/current.csv" time="0">
                  <system-out>Pass: It is there.</system-out>
                </testcase>
              </testsuite>
              <testsuite name="drift.labels" tests="1" failures="0" errors="0" skipped="1" time="0">
                <properties>
                  <property name="verdict" value="Fail" />
                  <property name="currentDigest" value="sha256:00ff" />
                </properties>
                <testcase name="churn (values)" classname="drift.labels" file="data/July 2026/new#1.csv" time="0">
                  <skipped message="The rows can't tell." />
                  <system-out>Inconclusive: The rows can't tell.</system-out>
                </testcase>
              </testsuite>
            </testsuites>

            """,
            CheckSamples.Everything.ToJUnit()
        );

    [Theory]
    [InlineData(InconclusiveOutcome.Skipped, 1, 1, "skipped")]
    [InlineData(InconclusiveOutcome.Failure, 2, 0, "failure")]
    [InlineData(InconclusiveOutcome.Pass, 1, 0, "system-out")]
    public void ToJUnit_InconclusiveAs_IsWhatWasAskedFor(
        InconclusiveOutcome outcome,
        int failures,
        int skipped,
        string element
    )
    {
        var root = Parse(CheckSamples.Everything.ToJUnit(new JUnitOptions { InconclusiveAs = outcome }));

        Assert.Equal(failures, (int)root.Attribute("failures")!);
        Assert.Equal(skipped, (int)root.Attribute("skipped")!);
        var inconclusive = root.Descendants("testcase").Last();
        Assert.Equal(element, inconclusive.Elements().First().Name.LocalName);
        Assert.Contains("Inconclusive: The rows can't tell.", inconclusive.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void ToJUnit_NoChecks_StillHasASuiteWithTheVerdict()
    {
        var root = Parse(new CheckSuite("drift", Verdict.Inconclusive, []).ToJUnit());

        var suite = Assert.Single(root.Elements("testsuite"));
        Assert.Equal("drift", (string)suite.Attribute("name")!);
        Assert.Equal("Inconclusive", (string)suite.Descendants("property").Single().Attribute("value")!);
    }

    [Fact]
    public void ToJUnit_ArbitrarySuites_KeepTheRulesOfTheFormat() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(1, 3).WithMaxTest(200),
            Prop.ForAll(
                CheckSamples.Suites,
                suite =>
                {
                    var text = suite.ToJUnit();
                    var root = Parse(text);
                    Assert.Equal(text, suite.ToJUnit());
                    Assert.Equal("testsuites", root.Name.LocalName);
                    Assert.Equal(suite.Checks.Count, root.Descendants("testcase").Count());
                    foreach (
                        var part in root.DescendantsAndSelf().Where(element => element.Attribute("tests") is not null)
                    )
                    {
                        Assert.Equal((int)part.Attribute("tests")!, part.Descendants("testcase").Count());
                        Assert.Equal((int)part.Attribute("failures")!, part.Descendants("failure").Count());
                        Assert.Equal((int)part.Attribute("skipped")!, part.Descendants("skipped").Count());
                        Assert.Equal("0", (string)part.Attribute("errors")!);
                    }

                    Assert.All(
                        root.Descendants("testcase"),
                        test =>
                        {
                            Assert.NotNull(test.Attribute("name"));
                            Assert.NotNull(test.Attribute("classname"));
                            Assert.Equal(
                                0,
                                double.Parse((string)test.Attribute("time")!, CultureInfo.InvariantCulture)
                            );
                            // Ant's order: the outcome, then what was printed.
                            Assert.Contains(
                                string.Join(' ', test.Elements().Select(element => element.Name.LocalName)),
                                new[] { "failure", "skipped system-out", "system-out" }
                            );
                        }
                    );
                }
            )
        );

    private static XElement Parse(string text) => XDocument.Parse(text).Root!;
}
