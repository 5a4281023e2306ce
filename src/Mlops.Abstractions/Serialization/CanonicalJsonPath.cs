using System.Globalization;
using System.Text;

namespace Mlops.Serialization;

/// <summary>Where a walk through a JSON value stands, so that an error can say so; its text is made only for an error.</summary>
internal sealed class CanonicalJsonPath(string root)
{
    private readonly Step[] _steps = new Step[CanonicalJson.MaximumDepth];
    private int _depth;

    /// <summary>Goes into an array or object.</summary>
    public void Enter()
    {
        if (_depth == CanonicalJson.MaximumDepth)
        {
            throw Error($"arrays and objects are nested more than {CanonicalJson.MaximumDepth} deep.");
        }

        _steps[_depth++] = default;
    }

    /// <summary>Goes back to the array or object around it.</summary>
    public void Leave() => _depth--;

    /// <summary>Stands at a property.</summary>
    public void At(string name) => _steps[_depth - 1] = new Step(name, 0);

    /// <summary>Stands at an element of an array.</summary>
    public void At(int index) => _steps[_depth - 1] = new Step(null, index + 1);

    /// <summary>Makes the exception that says what is wrong here.</summary>
    public FormatException Error(string message, Exception? inner = null) => new($"{this}: {message}", inner);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(root);
        foreach (var (name, position) in _steps.AsSpan(0, _depth))
        {
            if (name is not null)
            {
                text.Append('.').Append(Excerpt.Of(name));
            }
            else if (position > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{position - 1}]");
            }
        }

        return text.ToString();
    }

    /// <summary>A name, or an index plus one; neither while a container's names are being read.</summary>
    private readonly record struct Step(string? Name, int Position);
}
