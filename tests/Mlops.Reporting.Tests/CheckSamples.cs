using FsCheck;
using FsCheck.Fluent;
using Mlops.Reporting.Checks;

namespace Mlops.Reporting.Tests;

/// <summary>Suites that tests render: one with everything in it, and arbitrary hostile ones.</summary>
internal static class CheckSamples
{
    public static CheckRule Value { get; } =
        new("drift/value", "The values are distributed alike.", "Look at {column} [here](http://example.org).");

    public static CheckRule Structure { get; } = new("drift/structure", "The column is there.");

    public static CheckSuite Everything { get; } =
        new(
            "drift",
            Verdict.Fail,
            [
                new(Value, "income (values)", "features", Verdict.Fail, "The values moved: 0.3 & more.")
                {
                    Details = "reference: 10 rows\r\ncurrent: 20 rows",
                    Measures =
                    [
                        new("effect", 0.3125),
                        new("pValue", double.NaN),
                        new("upper", double.PositiveInfinity),
                    ],
                },
                new(Structure, "income (structure)", "features", Verdict.Pass, "It is there."),
                new(Value, "churn (values)", "labels", Verdict.Inconclusive, "The rows can't tell.")
                {
                    Location = "data/July 2026/new#1.csv",
                },
            ]
        )
        {
            Properties = [new("currentDigest", "sha256:00ff")],
            Location = "data/current.csv",
        };

    public static Arbitrary<CheckSuite> Suites { get; } =
        (
            from name in ArbitraryDocuments.Text
            from verdict in Verdicts
            from checks in Checks.ListOf()
            from key in ArbitraryDocuments.Text
            from value in ArbitraryDocuments.Text
            from location in ArbitraryDocuments.Text
            select new CheckSuite(name, verdict, [.. checks])
            {
                Properties = [new(key, value), new(key, name)],
                Location = location,
            }
        ).ToArbitrary();

    private static Gen<Verdict> Verdicts => Gen.Elements(Verdict.Pass, Verdict.Fail, Verdict.Inconclusive);

    private static Gen<CheckResult> Checks =>
        from id in ArbitraryDocuments.Text
        from name in ArbitraryDocuments.Text
        from @group in ArbitraryDocuments.Text
        from verdict in Verdicts
        from message in ArbitraryDocuments.Text
        from number in ArbMap.Default.GeneratorFor<double>()
        select new CheckResult(new CheckRule(id, message, name), name, @group, verdict, message)
        {
            Details = $"{message}\n{name}",
            Measures = [new(name, number), new(name, -number)],
            Location = number > 0 ? message : null,
        };
}
