namespace Mlops.Data.Profiles;

/// <summary>How a profile without a reference treats its columns, and what it finds of them in the end.</summary>
internal static class ProfileRoles
{
    /// <summary>The share of different values from which a column is taken for an identifier; counts of them are estimates.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>A column before any value was seen.</summary>
    public static ProfiledColumn OfSchema(ColumnSchema schema)
    {
        var (role, remark) = RoleInference.OfKind(schema);
        return new ProfiledColumn(schema, role, remark, null);
    }

    /// <summary>A judged column of a sketched profile as a reference: its role, and its bins where it is a number.</summary>
    public static ProfiledColumn Learn(ColumnProfile profile)
    {
        var schema = profile.Definition.Schema;
        var (role, remark) =
            schema.Role is null && IsNearlyAllDistinct(profile)
                ? (ColumnRole.Identifier, "nearly every value is different, so it is taken for an identifier")
                : (profile.Definition.Role, profile.Definition.Remark);
        var learnt = new ProfiledColumn(schema, role, remark, null);
        return learnt.IsJudged && profile is NumericSketchProfile numbers
            ? learnt with
            {
                Binning = numbers.ToBinning(),
            }
            : learnt;
    }

    private static bool IsNearlyAllDistinct(ColumnProfile profile)
    {
        var present = profile.PresentCount;
        if (present < RoleInference.MinimumIdentifierRows || profile.MissingCount > 0)
        {
            return false;
        }

        return profile switch
        {
            NumericSketchProfile numbers => profile.Definition.Schema.SourceType == SourceType.Integer
                && numbers.DistinctEstimate >= NearlyAll * present,
            CategorySketchProfile categories => categories.DistinctEstimate >= NearlyAll * present,
            _ => false,
        };
    }
}
