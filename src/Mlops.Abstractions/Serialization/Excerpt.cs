namespace Mlops.Serialization;

/// <summary>What a message shows of a text that may be of any length.</summary>
internal static class Excerpt
{
    private const int Shown = 80;

    public static string Of(string text) =>
        text.Length <= Shown ? text : $"{text[..Shown]}… ({text.Length} characters)";
}
