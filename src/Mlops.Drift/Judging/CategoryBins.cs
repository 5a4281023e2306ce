using Mlops.Data.Profiles;

namespace Mlops.Drift.Judging;

/// <summary>The bins of a category column: a category each, and one for those that a sketch has not kept apart.</summary>
internal static class CategoryBins
{
    /// <summary>A category of a sketch gets a bin when its count is at least so many times what it can be short by.</summary>
    private const double LeastCountOverError = 10;

    public static ValueBins Of(CategoryColumnProfile reference, CategoryColumnProfile current)
    {
        // By frequency, the reference's first, then by name, so that the same counts always give the same order.
        IEnumerable<string> labels =
        [
            .. reference.Categories.Select(category => category.Category),
            .. current.Categories.Select(category => category.Category).Where(name => reference.CountOf(name) == 0),
        ];
        if (reference.IsExact && current.IsExact)
        {
            string[] all = [.. labels];
            return ValueBins.OfCategories(all, Counted(reference, all), Counted(current, all));
        }

        string[] kept = [.. labels.Where(name => IsSure(reference, name) || IsSure(current, name))];
        return ValueBins.OfCategories(
            [.. kept, "any other category"],
            WithRest(reference, kept),
            WithRest(current, kept)
        );
    }

    // The side on which a category is frequent decides; on the other one its count is no further off than the error.
    private static bool IsSure(CategoryColumnProfile profile, string category) =>
        profile.CountOf(category) is > 0 and var count && count >= LeastCountOverError * profile.CountError;

    private static ValueBins.Side Counted(CategoryColumnProfile profile, string[] labels) =>
        new([.. labels.Select(profile.CountOf)], new double[labels.Length]);

    private static ValueBins.Side WithRest(CategoryColumnProfile profile, string[] kept)
    {
        long[] counts = [.. kept.Select(profile.CountOf)];
        double rows = Math.Max(profile.PresentCount, 1),
            error = profile.CountError / rows,
            restError = Math.Min((double)kept.Length * profile.CountError, profile.OtherCount) / rows;
        return new ValueBins.Side(
            [.. counts, profile.PresentCount - counts.Sum()],
            [.. kept.Select(_ => error), restError]
        );
    }
}
