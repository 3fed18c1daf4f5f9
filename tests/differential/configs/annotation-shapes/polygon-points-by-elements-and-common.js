// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": false,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": false,
        "min": 0,
        "max": 10
      }
    },
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "common": {
          "drawTime": "afterDraw",
          "backgroundColor": "lime"
        },
        "annotations": [
          {
            "type": "polygon",
            "sides": 4,
            "xValue": 3,
            "yValue": 5,
            "radius": 60,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "point": {
              "radius": 6
            }
          },
          {
            "type": "polygon",
            "sides": 4,
            "xValue": 7,
            "yValue": 5,
            "radius": 60,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "z": -1,
            "point": {
              "radius": 6,
              "display": false
            }
          }
        ]
      }
    }
  }
}
