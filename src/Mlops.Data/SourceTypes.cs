namespace Mlops.Data;

/// <summary>What text turns out to have been when it is read as something else; other sources stay what they were.</summary>
internal static class SourceTypes
{
    public static SourceType OrText(SourceType source, SourceType spelled) =>
        source == SourceType.Text ? spelled : source;

    public static SourceType OfNumbers(SourceType source, bool areIntegers) =>
        OrText(source, areIntegers ? SourceType.Integer : SourceType.Double);
}
