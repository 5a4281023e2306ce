namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct TextOrder : IOrder<string?>
{
    public static string? Unknown => null;

    public static bool IsUnknown(string? value) => value is null;

    public static int Compare(string? left, string? right) => string.CompareOrdinal(left, right);
}
