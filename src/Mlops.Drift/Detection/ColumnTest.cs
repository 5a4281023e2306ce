namespace Mlops.Drift.Detection;

/// <summary>A classical two-sample test of a column's values. It says what is detectable; it decides where it was chosen as the rule.</summary>
/// <param name="Id">Which test, as in <see cref="DriftRule.Id"/>: <c>kolmogorov-smirnov</c>.</param>
/// <param name="Status">Whether it could be computed, and if not, why not; then the numbers are NaN.</param>
/// <param name="Statistic">The statistic: a distance for the tests that have one.</param>
/// <param name="PValue">The p-value of no change at all; NaN for distances, which have none.</param>
/// <param name="AdjustedPValue">The p-value, adjusted over the columns of the same role that have the test.</param>
/// <param name="IsDetectable">Whether the adjusted p-value is at most the false discovery rate.</param>
/// <param name="Precision">How the numbers relate to those that all the values would give.</param>
public sealed record ColumnTest(
    string Id,
    ResultStatus Status,
    double Statistic,
    double PValue,
    double AdjustedPValue,
    bool IsDetectable,
    TestPrecision Precision
)
{
    /// <summary>The test's name, for people.</summary>
    public string Name => ColumnTestCatalogue.Find(Id)?.Name ?? Id;

    internal static ColumnTest Of(
        string id,
        double statistic,
        double pValue,
        TestPrecision precision = TestPrecision.Exact
    ) => new(id, ResultStatus.Ok, statistic, pValue, double.NaN, false, precision);

    internal static ColumnTest Unanswered(string id, ResultStatus status) =>
        new(id, status, double.NaN, double.NaN, double.NaN, false, TestPrecision.Exact);
}
