namespace Mlops.Drift.Detection;

/// <summary>The classical tests that stand beside the verdict, in the order in which they are shown.</summary>
internal static class ColumnTestCatalogue
{
    public static IReadOnlyList<IColumnTest> All { get; } =
    [
        new KolmogorovSmirnovColumnTest(),
        new ChiSquareColumnTest(),
        new WassersteinColumnTest(),
        new PopulationStabilityColumnTest(),
        new PeriodVariationColumnTest(),
        .. FurtherColumnTests.All,
    ];

    public static IColumnTest? Find(string id) => All.FirstOrDefault(test => test.Id == id);

    /// <summary>Runs every test that a column has, and those that were asked for.</summary>
    /// <param name="input">What the tests go by.</param>
    /// <param name="asked">The identifiers of further tests.</param>
    public static IReadOnlyList<ColumnTest> Run(TestInput input, params IEnumerable<string> asked)
    {
        var tests = All.Where(test =>
            test.AppliesTo(input.Reference.Definition.Schema.Kind)
            && (test.IsAlwaysRun || asked.Contains(test.Id))
            && (input.Periods is not null || test is not PeriodVariationColumnTest)
        );
        return input.Reference.PresentCount == 0 || input.Current.PresentCount == 0
            ? [.. tests.Select(test => ColumnTest.Unanswered(test.Id, ResultStatus.Empty))]
            : [.. tests.Select(test => test.Run(input))];
    }
}
