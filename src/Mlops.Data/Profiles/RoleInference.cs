namespace Mlops.Data.Profiles;

/// <summary>Finds the roles that nobody has stated.</summary>
internal static class RoleInference
{
    /// <summary>Below this many rows values are all different by chance, and nothing is taken for an identifier.</summary>
    public const int MinimumIdentifierRows = 20;

    public static (ColumnRole Role, string Remark) Find(Column column, ColumnSchema schema, ReadOnlySpan<double> sorted)
    {
        if (schema.Role is { } stated)
        {
            var isUnjudgedTime =
                schema.Kind == ColumnKind.Time
                && stated is (ColumnRole.Feature or ColumnRole.Label or ColumnRole.Prediction);
            return (stated, isUnjudgedTime ? "times are not judged" : "");
        }

        if (schema.Kind == ColumnKind.Time)
        {
            return (ColumnRole.Time, "a time column is taken for the time of the row");
        }

        var present = column.Length - column.MissingCount;
        if (present < MinimumIdentifierRows || column.MissingCount > 0)
        {
            return (ColumnRole.Feature, "");
        }

        var allDistinct = column switch
        {
            CategoryColumn category => IsAllDistinct(category),
            NumericColumn when schema.SourceType == SourceType.Integer => IsAllDistinct(sorted),
            _ => false,
        };
        return allDistinct
            ? (ColumnRole.Identifier, "every value is different, so it is taken for an identifier")
            : (ColumnRole.Feature, "");
    }

    private static bool IsAllDistinct(CategoryColumn column)
    {
        var seen = new bool[column.Categories.Count];
        foreach (var code in column.Codes.Span)
        {
            if (seen[code])
            {
                return false;
            }

            seen[code] = true;
        }

        return true;
    }

    private static bool IsAllDistinct(ReadOnlySpan<double> sorted)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
