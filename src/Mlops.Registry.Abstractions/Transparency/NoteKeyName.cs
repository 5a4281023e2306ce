namespace Mlops.Registry.Transparency;

/// <summary>What the name of a key may be.</summary>
internal static class NoteKeyName
{
    public static bool IsValid(string name) =>
        name.Length > 0 && !name.Any(c => c == '+' || c < ' ' || char.IsWhiteSpace(c)) && NoteText.IsWellFormed(name);

    public static string ThrowIfInvalid(string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        return IsValid(name)
            ? name
            : throw new ArgumentException(
                $"'{name}' is no name of a key: it has at least one character, and no space, plus or control character.",
                parameter
            );
    }
}
