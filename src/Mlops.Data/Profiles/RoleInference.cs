namespace Mlops.Data.Profiles;

/// <summary>Finds the roles that nobody has stated.</summary>
internal static class RoleInference
{
    /// <summary>Below this many rows values are all different by chance, and nothing is taken for an identifier.</summary>
    public const int MinimumIdentifierRows = 20;

    /// <summary>The role that follows from the schema alone: the stated one, or the time of a time column, otherwise a feature.</summary>
    public static (ColumnRole Role, string Remark) OfKind(ColumnSchema schema) =>
        (schema.Role, schema.Kind) switch
        {
            (null, ColumnKind.Time) => (ColumnRole.Time, "a time column is taken for the time of the row"),
            (null or ColumnRole.Feature or ColumnRole.Label or ColumnRole.Prediction, var kind) => (
                schema.Role ?? ColumnRole.Feature,
                kind switch
                {
                    ColumnKind.Time => "times are not judged",
                    ColumnKind.Text => "free text is not judged yet",
                    ColumnKind.Embedding => "embeddings are not judged yet",
                    _ => "",
                }
            ),
            ({ } stated, _) => (stated, ""),
        };

    public static (ColumnRole Role, string Remark) Find(Column column, ColumnSchema schema, ReadOnlySpan<double> sorted)
    {
        var found = OfKind(schema);
        if (schema.Role is not null || found.Role != ColumnRole.Feature || found.Remark.Length > 0)
        {
            return found;
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
