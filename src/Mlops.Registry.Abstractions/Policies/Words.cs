namespace Mlops.Registry.Policies;

/// <summary>Words for messages.</summary>
internal static class Words
{
    /// <summary>A count with its noun: <c>1 output</c>, <c>2 outputs</c>.</summary>
    public static string Count(long count, string noun) =>
        FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
