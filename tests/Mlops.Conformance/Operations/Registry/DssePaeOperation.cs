using System.Text;
using Mlops.Conformance.Protocol;
using Mlops.Registry.Signing;

namespace Mlops.Conformance.Operations.Registry;

/// <summary>The bytes that a DSSE signature is made over, as text.</summary>
internal sealed class DssePaeOperation : IOperation
{
    public string Name => "registry.dsse_pae";

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var encoded = DssePae.Encode(arguments.Text("type"), Encoding.UTF8.GetBytes(arguments.Text("body")));
        result.Add("pae", Encoding.UTF8.GetString(encoded));
    }
}
