namespace Mlops.Data.Profiles;

/// <summary>How a profile treats one column: its schema, its role and why, and its bins.</summary>
/// <param name="Schema">The column as the reference has it.</param>
/// <param name="Role">What it is for: as stated, or as found.</param>
/// <param name="Remark">Why the role was found to be so; empty when it was stated or needs no word.</param>
/// <param name="Binning">The bins of a number column that is judged, otherwise <see langword="null"/>.</param>
public sealed record ProfiledColumn(ColumnSchema Schema, ColumnRole Role, string Remark, NumericBinning? Binning)
{
    /// <summary>Whether its values are profiled and judged: features, labels and predictions are.</summary>
    public bool IsJudged =>
        Role is ColumnRole.Feature or ColumnRole.Label or ColumnRole.Prediction
        && Schema.Kind is ColumnKind.Number or ColumnKind.Boolean or ColumnKind.Category;
}
