namespace Mlops.Drift.Slices;

/// <summary>A component of a column within a slice, before and after the adjustment; without a component, what is structurally wrong.</summary>
internal sealed class SliceTest(
    int slice,
    ColumnDrift drift,
    DriftComponent? component,
    double pValue,
    double explained
)
{
    public int Slice => slice;

    public ColumnDrift Drift => drift;

    public DriftComponent? Component => component;

    public double PValue => pValue;

    public double Explained => explained;

    public double Adjusted { get; set; } = double.NaN;

    public static IEnumerable<SliceTest> Of(int slice, ColumnDrift drift, double explained) =>
        drift.Status != ResultStatus.Ok || drift.Components.Count == 0
            ? [new SliceTest(slice, drift, null, StructuralPValue(drift), explained)]
            :
            [
                .. drift.Components.Select(component => new SliceTest(
                    slice,
                    drift,
                    component,
                    component.Test.DriftPValue,
                    explained
                )),
            ];

    // What chance can do gets the probability that the reference gives to it; a column that is gone or of another type is no chance.
    private static double StructuralPValue(ColumnDrift drift)
    {
        var current = drift.Current;
        return drift.Status switch
        {
            ResultStatus.AllMissing => Math.Pow(drift.Reference.MissingShare, current.RowCount),
            ResultStatus.Constant => Math.Pow(
                drift.Bins.Select(bin => bin.ReferenceShare).DefaultIfEmpty(1).Max(),
                current.RowCount - current.MissingCount
            ),
            ResultStatus.Ok => double.NaN,
            _ => 0,
        };
    }
}
