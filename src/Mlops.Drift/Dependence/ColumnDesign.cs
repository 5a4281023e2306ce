namespace Mlops.Drift.Dependence;

/// <summary>The design effects of a column's three components on one side, each at least 1.</summary>
internal readonly record struct ColumnDesign(double Value, double Missingness, double Novelty)
{
    public static ColumnDesign Independent { get; } = new(1, 1, 1);

    public double Of(ComponentKind kind) =>
        kind switch
        {
            ComponentKind.Value => Value,
            ComponentKind.Missingness => Missingness,
            _ => Novelty,
        };

    public static ColumnDesign Larger(ColumnDesign a, ColumnDesign b) =>
        new(Math.Max(a.Value, b.Value), Math.Max(a.Missingness, b.Missingness), Math.Max(a.Novelty, b.Novelty));

    /// <summary>What blocks of another size would give: the correlation within blocks stays what it is.</summary>
    /// <param name="from">The size of the blocks that these are of.</param>
    /// <param name="to">The other size.</param>
    public ColumnDesign Scaled(double from, double to)
    {
        var ratio = from > 1 ? Math.Max(0, to - 1) / (from - 1) : 0;
        return new ColumnDesign(Scale(Value), Scale(Missingness), Scale(Novelty));

        double Scale(double effect) => 1 + ((effect - 1) * ratio);
    }
}
