namespace Mlops.Data.Quality.Constraints;

/// <summary>Values follow each other in order, from row to row.</summary>
/// <param name="Column">The column's name: numbers or times.</param>
/// <param name="Order">The order.</param>
/// <remarks>A row violates it when its value is out of order with the last one before it; missing values are passed over.</remarks>
public sealed record MonotonyConstraint(string Column, MonotonyOrder Order) : RowConstraint($"{Column}/monotony")
{
    /// <inheritdoc/>
    public override string Kind => "monotony";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <inheritdoc/>
    public override string Demand =>
        Order switch
        {
            MonotonyOrder.Increasing => $"{Column} never falls from row to row{Tolerance}",
            MonotonyOrder.StrictlyIncreasing => $"{Column} rises from row to row{Tolerance}",
            MonotonyOrder.Decreasing => $"{Column} never rises from row to row{Tolerance}",
            _ => $"{Column} falls from row to row{Tolerance}",
        };

    internal override string? Fault() =>
        base.Fault() ?? (Enum.IsDefined(Order) ? null : $"{(int)Order} is not a {nameof(MonotonyOrder)}");
}
