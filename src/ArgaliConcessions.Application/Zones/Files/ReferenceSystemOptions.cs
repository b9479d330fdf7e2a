using System.ComponentModel.DataAnnotations;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>How coordinates of files become those of the register.</summary>
public sealed class ReferenceSystemOptions : IValidatableObject
{
    /// <summary>The section of the configuration that these are read from.</summary>
    public const string SectionName = "ReferenceSystems";

    /// <summary>
    /// From Pulkovo 1942 to WGS 84, as position vector: <c>dx,dy,dz</c> in metres, <c>rx,ry,rz</c> in seconds of arc, scale in parts per million.
    /// </summary>
    /// <value>Those of EPSG:15865.</value>
    [Required]
    public string Pulkovo1942ToWgs84 { get; set; } = "25,-141,-78.5,0,0.35,0.736,0";

    /// <summary>Where these parameters are from; kept with every zone that they were used for.</summary>
    /// <value>EPSG:15865.</value>
    [Required]
    [MaxLength(200)]
    public string Pulkovo1942Source { get; set; } = "EPSG:15865";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (DatumShift.Parse(Pulkovo1942ToWgs84) is null)
            yield return new ValidationResult($"{SectionName}:{nameof(Pulkovo1942ToWgs84)} must be seven figures: dx,dy,dz,rx,ry,rz,scale.", [nameof(Pulkovo1942ToWgs84)]);
    }
}
