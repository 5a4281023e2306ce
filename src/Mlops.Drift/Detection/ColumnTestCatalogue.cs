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
    ];

    public static IColumnTest? Find(string id) => All.FirstOrDefault(test => test.Id == id);

    /// <summary>Runs every test that a column has.</summary>
    public static IReadOnlyList<ColumnTest> Run(TestInput input)
    {
        var tests = All.Where(test =>
            test.AppliesTo(input.Reference.Definition.Schema.Kind)
            && (input.Periods is not null || test is not PeriodVariationColumnTest)
        );
        return input.Reference.PresentCount == 0 || input.Current.PresentCount == 0
            ? [.. tests.Select(test => ColumnTest.Unanswered(test.Id, ResultStatus.Empty))]
            : [.. tests.Select(test => test.Run(input))];
    }
}
